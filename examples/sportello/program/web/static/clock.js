// The clock of terms in hours runs while the page is open. Without this script the
// page shows the time that was left when it was opened.
"use strict";
const opened = Date.now();
function tick() {
  for (const c of document.querySelectorAll("[data-until]")) {
    const now = Number(c.dataset.now) + (Date.now() - opened) / 1000;
    const left = Math.floor(Number(c.dataset.until) - now);
    const s = Math.abs(left), two = (n) => String(n).padStart(2, "0");
    const text = Math.floor(s / 3600) + " h " + two(Math.floor(s / 60) % 60) + " min " + two(s % 60) + " s";
    const over = document.documentElement.lang === "en" ? "over by " : "scaduto da ";
    c.textContent = (left < 0 ? over : "") + text;
    c.classList.toggle("over", left < 0);
  }
}
if (document.querySelector("[data-until]")) {
  tick();
  setInterval(tick, 1000);
}
