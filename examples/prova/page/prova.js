// The page: what a person enters, the calls to the library in the worker, and
// what it answers. Every text goes into the page as text, never as HTML.
"use strict";

// --- the library, in its worker -------------------------------------------
const worker = new Worker("worker.js");
const waiting = new Map();
const answers = new Map(); // by call: the library answers the same to the same
let calls = 0;
const ready = new Promise((done, failed) => {
  worker.onmessage = ({ data }) => {
    if (data.failed) return failed(new Error(data.failed));
    if ("ready" in data) { document.documentElement.dataset.ready = Math.round(performance.now()); return done(); }
    waiting.get(data.id)(data);
    waiting.delete(data.id);
  };
  worker.onerror = e => failed(new Error(e.message));
});

// ask calls a function of the library. It throws its problem.
async function ask(name, input) {
  input = { language: state.lang, ...input };
  const key = name + JSON.stringify(input);
  if (!answers.has(key)) {
    if (answers.size > 2000) answers.clear();
    answers.set(key, new Promise(done => {
      waiting.set(++calls, done);
      worker.postMessage({ id: calls, name, input });
    }));
  }
  const { ok, answer } = await answers.get(key);
  if (!ok) throw answer;
  return answer;
}

// formatter is the browser's writer of dates of a kind: to make one takes
// milliseconds.
const formatters = new Map();
function formatter(locale, options) {
  const key = locale + JSON.stringify(options);
  if (!formatters.has(key)) formatters.set(key, new Intl.DateTimeFormat(locale, options));
  return formatters.get(key);
}

// --- what was entered ------------------------------------------------------
const desks = ["rights", "breach", "dpia", "notice"];
const regimes = ["template", "public", "italy", "union"];
const places = ["italy", "rome", "bolzano", "weekends"];
const fields = {
  rights: ["right", "received", "on", "told", "ground", "asked", "answered", "cause", "prompt", "replied", "refused"],
  breach: ["aware", "now"], dpia: [], notice: [],
};
const state = { desk: "rights", lang: "it", regime: "template", place: "italy", entered: fresh(), answers: { breach: new Map(), dpia: new Map() }, text: "", context: new Map() };
const w = () => words[state.lang];

function fresh() { return { rights: { right: "access", on: clock().slice(0, 10) }, breach: { now: clock() }, dpia: {}, notice: {} }; }

// clock is the time in Italy, as an input of a browser has it.
function clock() {
  const p = Object.fromEntries(formatter("en-GB", { timeZone: "Europe/Rome", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(new Date()).map(x => [x.type, x.value]));
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}`;
}

// instant gives a time in Italy its offset: of an hour that comes twice, the
// first time, which ends a term sooner.
function instant(local) {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local || "")) return "";
  const summer = new Date(local.slice(0, 16) + ":00+02:00");
  if (isNaN(summer)) return local; // the library says what is wrong
  const hour = formatter("en-GB", { timeZone: "Europe/Rome", hour: "2-digit", hourCycle: "h23" }).format(summer);
  return local.slice(0, 16) + ":00" + (hour === local.slice(11, 13) ? "+02:00" : "+01:00");
}

// --- the link --------------------------------------------------------------
const triState = { y: true, n: false, u: null };

function fragment(text) {
  const p = new URLSearchParams({ desk: state.desk, lang: state.lang, regime: state.regime });
  if (state.place !== "italy") p.set("place", state.place);
  for (const f of fields[state.desk]) if (state.entered[state.desk][f]) p.set(f, state.entered[state.desk][f]);
  const given = state.desk === "notice" ? state.context : state.answers[state.desk];
  for (const [code, value] of Object.entries(triState)) {
    const names = [...given || []].filter(([, v]) => v === value).map(([f]) => f);
    if (names.length) p.set(code, names.join("."));
  }
  if (text) p.set("text", text);
  return "#" + p;
}

async function readFragment() {
  const p = new URLSearchParams(location.hash.slice(1));
  const pick = (name, all, other) => all.includes(p.get(name)) ? p.get(name) : other;
  state.desk = pick("desk", desks, state.desk);
  state.lang = pick("lang", ["it", "en"], state.lang);
  state.regime = pick("regime", regimes, state.regime);
  state.place = pick("place", places, state.place);
  if (!p.has("desk") || [...p.keys()].length < 2) return;
  const entered = fresh()[state.desk];
  for (const f of fields[state.desk]) if (p.has(f)) entered[f] = p.get(f).slice(0, 40);
  state.entered[state.desk] = entered;
  const given = new Map();
  for (const [code, value] of Object.entries(triState))
    for (const f of (p.get(code) || "").split(".")) if (/^[a-z_]{1,40}$/.test(f)) given.set(f, value);
  if (state.desk === "notice") state.context = given; else state.answers[state.desk] = given;
  if (p.has("text") && state.desk === "notice") state.text = await unpack(p.get("text")).catch(() => "");
}

const through = (bytes, stream) => new Response(new Blob([bytes]).stream().pipeThrough(stream));
async function pack(text) {
  const bytes = new Uint8Array(await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw")).arrayBuffer());
  let s = "";
  for (const b of bytes) s += String.fromCharCode(b);
  return btoa(s).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
async function unpack(code) {
  const s = atob(code.replace(/-/g, "+").replace(/_/g, "/"));
  // a small link can unpack into a huge text: what is over the limit is left
  const reader = through(Uint8Array.from(s, c => c.charCodeAt(0)), new DecompressionStream("deflate-raw")).body.getReader();
  const parts = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) break;
    if ((size += value.length) > 1 << 20) { reader.cancel(); break; }
    parts.push(value);
  }
  return new Blob(parts).text();
}

// --- building the page -------------------------------------------------------
function el(tag, attributes, ...children) {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(attributes || {})) {
    if (v === undefined || v === false || v === null) continue;
    if (k.startsWith("on")) e.addEventListener(k.slice(2), v);
    else if (k === "value") e.value = v;
    else e.setAttribute(k, v === true ? "" : v);
  }
  e.append(...children.flat(Infinity).filter(c => c !== undefined && c !== null && c !== false && c !== ""));
  return e;
}
const $ = id => document.getElementById(id);

function select(id, label, options, value, change, note) {
  const s = el("select", { id, onchange: () => change(s.value) }, Object.entries(options).map(([v, text]) => el("option", { value: v }, text)));
  s.value = value in options ? value : Object.keys(options)[0];
  return el("div", { class: "field" }, el("label", { for: id }, label), note && el("small", {}, note), s);
}

function input(id, type, label, value, change, note) {
  const i = el("input", { id, type, value: value || "", oninput: () => change(i.value), "aria-describedby": note && id + "-note", max: type === "date" ? "9999-12-31" : undefined });
  return el("div", { class: "field" }, el("label", { for: id }, label), note && el("small", { id: id + "-note" }, note), i);
}

// day is a day in words: weekday is how its name is written, null: not.
function day(d, weekday = "long") {
  if (!d || d.startsWith("0001")) return "";
  return formatter(state.lang === "it" ? "it-IT" : "en-GB", { weekday: weekday ?? undefined, day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(d.slice(0, 10) + "T00:00:00Z"));
}
const hour = t => t ? `${day(t)}, ${t.slice(11, 16)}` : "";

// cite is a provision as a person writes it; none, if it doesn't bind the body.
async function cite(provision) {
  if (!provision) return "";
  const p = await ask("gdpr.provision", { text: provision, regime: state.regime }).catch(() => null);
  if (!p) return provision;
  if (p.binds) return p.cite;
  return p.instead ? (await ask("gdpr.provision", { text: p.instead, regime: state.regime })).cite : "";
}
const cites = async all => [...new Set((await Promise.all(all.map(cite))).filter(Boolean))].join("; ");

async function reasonList(reasons) {
  const lines = (await Promise.all(reasons.map(async r => [r.text, await cite(r.provision), r.provision]))).filter(([, c, p]) => c || !p);
  if (!lines.length) return "";
  return [el("h2", {}, w().why), el("ul", { class: "plain" }, lines.map(([text, c]) => el("li", {}, text, c && [" ", el("small", {}, `(${c})`)])))];
}

// findingList lists findings; where: with the field of the data that each is about.
async function findingList(findings, where) {
  if (!findings.length) return el("p", {}, w().nothing);
  return el("ul", { class: "plain findings" }, await Promise.all(findings.map(async f => el("li", {},
    el("span", { class: "tag " + f.severity }, w().severity[f.severity] || f.severity), f.message, " ", el("small", {}, [await cites(f.provisions || []), where && f.where].filter(Boolean).join(" · "))))));
}

function problemNote(e) {
  if (e && e.errors) return el("div", { class: "result bad" }, e.errors.map(x => el("p", { class: "error" }, x.message[state.lang] || x.message.en || e.detail)));
  return el("div", { class: "result bad" }, el("p", { class: "error" }, e && (e.detail || e.message) || String(e)));
}

function actions() {
  const said = el("p", { role: "status", class: "meta" });
  const copy = async () => {
    let text = "", note = "";
    if (state.desk === "notice" && state.text) {
      text = await pack(state.text);
      if (text.length > 30000) { text = ""; note = w().tooLong; }
    }
    history.replaceState(null, "", fragment(text));
    try { await navigator.clipboard.writeText(location.href); said.textContent = note || w().copied; }
    catch { said.replaceChildren(el("label", { for: "link" }, w().linkIs), el("input", { id: "link", readonly: true, value: location.href })); $("link").select(); }
  };
  return [el("div", { class: "buttons" }, el("button", { type: "button", class: "secondary", id: "copy", onclick: copy }, w().link), el("button", { type: "button", class: "secondary", onclick: () => print() }, w().print)), said];
}

// show puts into the results what make returns, unless something newer was asked.
let turn = 0;
async function show(make) {
  const mine = ++turn, place = $("results");
  place.setAttribute("aria-busy", "true");
  let content;
  try { await ready; content = await make(); } catch (e) { content = problemNote(e); }
  if (mine !== turn || !place.isConnected) return false;
  place.replaceChildren(...[content].flat(Infinity).filter(Boolean));
  place.removeAttribute("aria-busy");
  document.documentElement.dataset.answered ||= Math.round(performance.now());
  return true;
}

const remember = () => history.replaceState(null, "", fragment());
const calendar = () => ({ calendar: { place: state.place } });

// --- when must I answer? ------------------------------------------------------
function rightsDesk() {
  const e = state.entered.rights, update = f => v => { e[f] = v; remember(); show(rightsResult); };
  const t = w(), choose = { "": t.choose };
  return [
    el("div", { class: "grid" }, select("right", t.right, t.rights, e.right, update("right")), input("received", "date", t.received, e.received, update("received")), input("on", "date", t.on, e.on, update("on"))),
    el("details", { open: !!(e.told || e.asked || e.replied || e.refused) }, el("summary", {}, t.more), el("div", { class: "grid" },
      input("replied", "date", t.replied, e.replied, update("replied")), input("refused", "date", t.refused, e.refused, update("refused")),
      input("told", "date", t.told, e.told, update("told")), select("ground", t.ground, { ...choose, ...t.grounds }, e.ground, update("ground")),
      input("asked", "date", t.asked, e.asked, update("asked")), input("answered", "date", t.answered, e.answered, update("answered")),
      select("cause", t.cause, { ...choose, ...t.causes }, e.cause, update("cause")), select("prompt", t.prompt, { "": t.unknown, y: t.yes, n: t.no }, e.prompt, update("prompt")))),
  ];
}

function requestOf(e) {
  const r = { right: e.right || "access", received: e.received };
  if (e.replied) r.replied = e.replied;
  if (e.refused) r.refusal = { sent: e.refused };
  if (e.told) r.extensions = [{ told: e.told, ...(e.ground && { ground: e.ground }) }];
  if (e.asked) r.pauses = [{ asked: e.asked, ...(e.answered && { answered: e.answered }), ...(e.cause && { cause: e.cause }), prompt: { y: true, n: false }[e.prompt] ?? null }];
  return r;
}

async function rightsResult() {
  const e = state.entered.rights, t = w();
  if (!e.received) return el("p", { class: "meta" }, t.needDay);
  const call = { request: requestOf(e), policy: { regime: state.regime }, ...calendar() };
  if (e.on) call.on = e.on;
  const line = await ask("rights.timeline", call);
  const set = d => d && d.due && !d.due.startsWith("0001");
  const found = e.on ? (await ask("rights.check", call)).findings : [];
  const out = [], status = line.status;
  if (!set(line.in_force)) out.push(el("div", { class: "result main" }, el("p", { class: "big" }, t.noTerm)));
  else {
    const d = line.in_force, moved = d.safe !== d.due;
    out.push(el("div", { class: "result " + (status && /overdue|late/.test(status.state) ? "bad" : "main"), id: "answer" },
      el("p", {}, t.answerBy), el("p", { class: "big" }, day(d.safe)), moved && el("p", {}, `${t.lastDay}: ${day(d.due)}. `, el("small", {}, t.safeNote)),
      status && el("p", {}, el("b", {}, `${t.state}: `), t.states[status.state] || status.state, /running|extended|overdue/.test(status.state) && ` (${t.left(status.days)})`)));
  }
  if (found.length) out.push(el("h2", {}, t.findings), await findingList(found));
  const rows = [];
  for (const name of ["reply", "notice", "refusal", "extended"]) {
    const d = line[name];
    if (!set(d)) continue;
    const label = name === "extended" && line.told ? t.rows.extendedNow : t.rows[name];
    if (d.municipal && set(d.municipal) && d.gdpr && (d.municipal.due !== d.gdpr.due || d.municipal.safe !== d.gdpr.safe)) for (const rule of ["municipal", "gdpr"]) rows.push([`${label} (${await cite(d[rule].provision)})`, d[rule]]);
    else rows.push([label, d]);
  }
  if (rows.length) out.push(el("h2", {}, t.allTerms), el("table", { class: "stack" }, el("thead", {}, el("tr", {}, [t.rule, t.safe, t.due, t.law].map(h => el("th", { scope: "col" }, h)))),
    el("tbody", {}, await Promise.all(rows.map(async ([label, d]) => el("tr", {}, el("th", { scope: "row" }, label), el("td", { "data-head": t.safe }, day(d.safe)), el("td", { "data-head": t.due }, day(d.due)), el("td", { "data-head": t.law }, await cite(d.provision))))))));
  if (set(line.reply)) {
    const how = await ask("gdpr.deadline", { event: line.reply.event, term: line.reply.term, ...calendar() }).catch(() => null);
    if (how && how.deadline && how.deadline.due === line.reply.due && how.text) out.push(el("h2", {}, t.how), el("p", {}, capital(how.text) + "."), how.skipped.length > 0 && el("p", { class: "meta" }, `${t.skipped}: ` + how.skipped.map(h => `${day(h.date)} (${h.name[state.lang]})`).join("; ")));
  }
  return out.concat(actions());
}

// --- questions, one at a time -------------------------------------------------
// interview asks the function for its questions in turn, and gives those that
// are answered, their facts, the question that is next and the output.
async function interview(name, given, inputOf) {
  const facts = {}, asked = [], unknown = new Set();
  for (let i = 0; i < 200; i++) {
    let q = (await ask(name + ".next", inputOf(facts))).question, out;
    if (!q || unknown.has(key(q))) {
      out = await ask(name, inputOf(facts));
      q = [...out.missing || [], ...(out.tell ? out.tell.missing : [])].find(m => !unknown.has(key(m)));
    }
    if (!q || !given.has(key(q))) return { facts, asked, question: q, output: out || await ask(name, inputOf(facts)) };
    const value = given.get(key(q));
    asked.push([q, value]);
    if (value === null) unknown.add(key(q)); else facts[key(q)] = value;
  }
  throw new Error("too many questions");
}
const key = q => q.field.split(".").pop();

function questions(desk, { asked, question }) {
  const t = w(), given = state.answers[desk];
  const set = v => { given.set(key(question), v); remember(); step(desk); };
  const out = [];
  if (question) out.push(el("div", { class: "question" }, el("p", { id: "question", tabindex: -1 }, question.text),
    el("div", { class: "buttons", role: "group", "aria-labelledby": "question" }, [["yes", true], ["no", false], ["unknown", null]].map(([n, v]) => el("button", { type: "button", id: "answer-" + n, class: n === "unknown" && "secondary", onclick: () => set(v) }, t[n])))));
  else out.push(el("p", { id: "question", tabindex: -1 }, t.allAsked));
  return out;
}

function answered(desk, { asked }) {
  const t = w(), given = state.answers[desk];
  if (!asked.length) return "";
  return [el("h2", {}, t.answers), el("ul", { class: "plain answers" }, asked.map(([q, v]) => el("li", {}, el("span", {}, q.text), el("span", {}, el("b", {}, v === null ? t.unknown : v ? t.yes : t.no), " ",
    el("button", { type: "button", class: "secondary small", "aria-label": `${t.change}: ${q.text}`, onclick: () => { given.delete(key(q)); remember(); step(desk); } }, t.change))))),
    el("div", { class: "buttons" }, el("button", { type: "button", class: "secondary", id: "restart", onclick: () => { given.clear(); remember(); step(desk); } }, t.restart))];
}

// step shows the next question and goes to it.
async function step(desk) {
  if (await show(desk === "dpia" ? dpiaResult : breachResult)) $("question")?.focus();
}

// --- do I need a DPIA? ----------------------------------------------------------
async function dpiaResult() {
  const t = w(), policy = { regime: state.regime };
  const i = await interview("dpia.screen", state.answers.dpia, facts => ({ facts: { ...facts }, policy }));
  const o = i.output, tone = o.outcome === "undetermined" ? "open" : o.required ? "bad" : "good";
  return [questions("dpia", i),
    i.asked.length > 0 && [el("div", { class: "result " + tone, id: "answer", role: "status" }, el("p", {}, t.outcome), el("p", { class: "big" }, capital(o.label))), await reasonList(o.reasons)],
    answered("dpia", i), actions()];
}
const capital = s => s.charAt(0).toUpperCase() + s.slice(1);

// --- must I notify? ---------------------------------------------------------------
const relieving = new Set(["mitigated", "disproportionate"]);

function breachDesk() {
  const e = state.entered.breach, t = w(), update = f => v => { e[f] = v; remember(); show(breachResult); };
  return el("div", { class: "grid" }, input("aware", "datetime-local", t.aware, e.aware, update("aware"), t.awareNote), input("now", "datetime-local", t.now, e.now, update("now")));
}

async function breachResult() {
  const t = w(), e = state.entered.breach, out = [];
  const aware = instant(e.aware);
  const i = await interview("breach.assess", state.answers.breach, all => {
    const facts = {}, exemptions = {};
    for (const [f, v] of Object.entries(all)) (relieving.has(f) ? exemptions : facts)[f] = v;
    return { facts, exemptions, ...(aware && { aware: aware.slice(0, 10) }) };
  });
  const o = i.output;
  const tone = o.notify === true ? "bad" : o.notify === false ? "good" : "open";
  out.push(questions("breach", i));
  let window = "";
  if (aware && o.notify !== false) window = await clockNote(aware, instant(e.now)).catch(problemNote);
  if (i.asked.length || window) out.push(
    el("div", { class: "result " + tone, id: "answer", role: "status" }, el("p", {}, t.notify(state.regime)), el("p", { class: "big" }, t.notifyIs[String(o.notify)]),
      el("p", {}, el("b", {}, `${t.level}: `), o.label), el("p", {}, el("b", {}, `${t.document}: `), t.tri[String(o.document)]), el("p", {}, el("b", {}, `${t.tell}: `), t.manners[o.tell.outcome] || t.tri[String(o.due)])),
    window, await reasonList([...o.reasons, ...o.tell.reasons.filter(r => !o.reasons.some(x => x.code === r.code))]));
  out.push(answered("breach", i), actions());
  return out;
}

async function clockNote(aware, now) {
  const t = w(), at = await ask("breach.window", { awareness: { aware }, ...(now && { at: now }), ...calendar() });
  const hours = Math.floor((at.safe_left ?? 0) / 3600);
  const channel = state.regime === "union" ? null : await ask("breach.channel", { on: (now || aware).slice(0, 10) });
  return el("div", { class: "result " + (at.late ? "bad" : "main"), id: "window" }, el("p", {}, t.notifyBy), el("p", { class: "big" }, hour(at.safe)),
    at.late ? el("p", { class: "error" }, t.late) : now && at.safe_left > 0 && el("p", {}, t.hoursLeft(hours)),
    el("p", {}, `${t.outer}: ${hour(at.due)} `, el("small", {}, `(${await cite(at.provision)})`)), channel && channel.label && el("p", {}, `${t.channel}: ${channel.label}`));
}

// --- what does my notice lack? ------------------------------------------------------
function noticeDesk() {
  const t = w();
  const area = el("textarea", { id: "text", spellcheck: false, oninput: () => { state.text = area.value; },
    ondragover: e => { e.preventDefault(); area.classList.add("over"); }, ondragleave: () => area.classList.remove("over"),
    ondrop: e => { area.classList.remove("over"); if (e.dataTransfer.files.length) { e.preventDefault(); take(e.dataTransfer.files[0]); } } });
  area.value = state.text;
  const take = async file => {
    try { area.value = state.text = await textOf(file); show(noticeResult); } catch { show(() => { throw { detail: t.unreadable }; }); }
  };
  const file = el("input", { type: "file", id: "file", accept: ".txt,.md,.html,.htm,.docx,.json,text/plain,text/html,application/json", onchange: () => file.files[0] && take(file.files[0]) });
  return [
    el("div", { class: "field" }, el("label", { for: "text" }, t.paste), area),
    el("div", { class: "field" }, el("label", { for: "file" }, t.file), file),
    el("details", { open: state.context.size > 0 }, el("summary", {}, t.context), el("p", { class: "meta" }, t.contextNote), el("div", { class: "grid" }, Object.entries(t.ctx).map(([f, label]) =>
      select("ctx-" + f, label, { "": t.unknown, y: t.yes, n: t.no }, state.context.get(f) === true ? "y" : state.context.get(f) === false ? "n" : "", v => { if (v) state.context.set(f, v === "y"); else state.context.delete(f); remember(); if (state.text) show(noticeResult); })))),
    el("div", { class: "buttons" }, el("button", { type: "button", id: "scan", onclick: () => show(noticeResult) }, t.scan), el("button", { type: "button", class: "secondary", id: "sample", onclick: () => { area.value = state.text = sampleNotice; show(noticeResult); } }, t.sample)),
  ];
}

// textOf reads a file here: its text, that of a page, or that of a document.
async function textOf(file) {
  if (file.size > 8 << 20) throw new Error("too long");
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return documentText(bytes);
  if (bytes.subarray(0, 1024).includes(0)) throw new Error("no text");
  if (bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44) throw new Error("PDF");
  let text;
  try { text = new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch { text = new TextDecoder("windows-1252").decode(bytes); }
  if (!/\.html?$/i.test(file.name) && file.type !== "text/html") return text;
  const page = new DOMParser().parseFromString(text, "text/html"); // runs nothing, loads nothing
  for (const e of page.querySelectorAll("script, style, template, noscript, svg")) e.remove();
  for (const e of page.querySelectorAll("p, li, h1, h2, h3, h4, h5, h6, div, tr, br, section")) e.after("\n");
  return page.body.textContent.replace(/[ \t]+/g, " ").replace(/\s*\n\s*/g, "\n").trim();
}

// documentText is the text of a DOCX: its part word/document.xml.
async function documentText(bytes) {
  const v = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && v.getUint32(end, true) !== 0x06054b50) end--;
  let at = v.getUint32(end + 16, true);
  for (let n = v.getUint16(end + 10, true); n > 0; n--) {
    const method = v.getUint16(at + 10, true), size = v.getUint32(at + 20, true), name = v.getUint16(at + 28, true), local = v.getUint32(at + 42, true);
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)) === "word/document.xml") {
      const from = local + 30 + v.getUint16(local + 26, true) + v.getUint16(local + 28, true), part = bytes.subarray(from, from + size);
      const xml = method === 8 ? await limited(through(part, new DecompressionStream("deflate-raw"))) : new TextDecoder().decode(part);
      const doc = new DOMParser().parseFromString(xml, "application/xml");
      return [...doc.getElementsByTagNameNS("*", "p")].map(p => [...p.getElementsByTagNameNS("*", "t")].map(x => x.textContent).join("")).join("\n");
    }
    at += 46 + name + v.getUint16(at + 30, true) + v.getUint16(at + 32, true);
  }
  throw new Error("no document");
}
async function limited(response) {
  const reader = response.body.getReader(), parts = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).text();
    if ((size += value.length) > 32 << 20) throw new Error("too long");
    parts.push(value);
  }
}

async function noticeResult() {
  const t = w();
  if (!state.text.trim()) return el("p", { class: "meta" }, t.empty);
  const context = { regime: state.regime, ...(state.regime === "template" || state.regime === "public" ? { public_body: true } : {}), ...Object.fromEntries(state.context) };
  const data = dataOf(state.text);
  if (data) return dataResult(data, context);
  const r = await ask("informativa.scan", { text: state.text, context });
  const tone = r.worst === "violation" ? "bad" : r.worst === "warning" ? "open" : "good";
  const foreign = r.reading.language && r.reading.language !== "italian";
  return [
    el("div", { class: "result " + tone, id: "answer", role: "status" }, el("p", { class: "big" }, t.lacks(r.findings.length)), foreign && el("p", { class: "error" }, t.foreign), el("p", { class: "meta" }, t.doubt),
      el("p", {}, `${t.readable}: ${Math.round(r.read.gulpease)} / 100, ${r.read.words} ${t.wordsCount}`)),
    el("h2", {}, t.head.notice), await findingList(r.findings),
    el("h2", {}, t.found), el("ul", { class: "plain answers" }, r.found.map(f => el("li", {}, el("span", {}, f.label), f.spans.length > 0 && el("button", { type: "button", class: "secondary small", "aria-label": `${t.show}: ${f.label}`, onclick: () => go(f.element) }, t.show)))),
    el("h2", {}, t.evidence), highlighted(state.text, r), actions()];
}

// dataOf is a notice as data: the object of JSON that a text is, if it is one. Beside
// the notice it may hold the context.
function dataOf(text) {
  if (!/^\s*\{/.test(text)) return null;
  try {
    const data = JSON.parse(text);
    return "notice" in data ? { notice: data.notice, context: data.context } : { notice: data };
  } catch { return null; }
}

async function dataResult({ notice, context }, entered) {
  const t = w(), r = await ask("informativa.check", { notice, context: { ...context, ...entered } });
  const tone = r.worst === "violation" ? "bad" : r.worst === "warning" ? "open" : "good";
  return [el("div", { class: "result " + tone, id: "answer", role: "status" }, el("p", { class: "big" }, t.lacks(r.findings.length)), el("p", { class: "meta" }, t.asData)),
    el("h2", {}, t.head.notice), await findingList(r.findings, true), actions()];
}

// go moves to the first place that says an element.
async function go(element) {
  await $("evidence").filled;
  for (const m of document.querySelectorAll("mark.here")) m.classList.remove("here");
  const all = [...document.querySelectorAll("#evidence mark")].filter(m => m.dataset.elements.split(" ").includes(element));
  for (const m of all) m.classList.add("here");
  if (!all[0]) return;
  all[0].tabIndex = -1;
  all[0].focus();
  all[0].scrollIntoView({ block: "center" });
}

// highlighted is the text with what was found in it. Places are bytes of UTF-8.
function highlighted(text, r) {
  const spans = r.found.flatMap(f => f.spans.map(s => ({ ...s, element: f.element, label: f.label })));
  const edges = [...new Set(spans.flatMap(s => [s.start, s.end]))].sort((a, b) => a - b);
  const index = new Map();
  let bytes = 0, next = 0;
  for (let i = 0; i <= text.length && next < edges.length; ) {
    while (next < edges.length && edges[next] <= bytes) index.set(edges[next++], i);
    const c = text.codePointAt(i);
    if (c === undefined) break;
    bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    i += c < 0x10000 ? 1 : 2;
  }
  for (; next < edges.length; next++) index.set(edges[next], text.length);
  const lines = [[]]; // of each line, its parts: the text and the elements that are found in it
  const put = (part, over) => part.split("\n").forEach((line, n) => {
    if (n) lines.push([]);
    if (line) lines.at(-1).push([line, over]);
  });
  let from = 0, starting = [...spans].sort((a, b) => a.start - b.start), open = [], s = 0;
  for (const edge of edges) {
    const to = index.get(edge);
    if (to > from) put(text.slice(from, to), open);
    from = to;
    open = open.filter(x => x.end > edge);
    while (s < starting.length && starting[s].start <= edge) { if (starting[s].end > edge) open.push(starting[s]); s++; }
  }
  put(text.slice(from), []);
  const box = el("div", { class: "text", id: "evidence", tabindex: 0, role: "region", "aria-label": w().evidence });
  if (lines.length > pieces) box.classList.add("long"); // the browser leaves out what isn't seen
  box.filled = fill(box, lines);
  return box;
}

// fill puts the lines into a box, some at a time, so that the page is never held for
// long: the first at once, the others while it goes on.
const pieces = 60;
async function fill(box, lines) {
  for (let i = 0; i < lines.length; i += pieces) {
    if (i) await pause();
    box.append(el("div", {}, lines.slice(i, i + pieces).map(parts => el("p", {}, parts.map(([line, over]) =>
      over.length ? el("mark", { "data-elements": over.map(s => s.element).join(" "), title: [...new Set(over.map(s => s.label))].join("; ") }, line) : line)))));
  }
}
const pause = () => new Promise(done => setTimeout(done));

// --- the whole ------------------------------------------------------------------
const forms = { rights: rightsDesk, breach: breachDesk, dpia: () => [], notice: noticeDesk };
const results = { rights: rightsResult, breach: breachResult, dpia: dpiaResult, notice: () => state.text ? noticeResult() : [] };

function build() {
  const t = w();
  document.documentElement.lang = state.lang;
  document.title = `${t.head[state.desk]} · ${t.title}`;
  $("slogan").textContent = t.slogan;
  $("brand").textContent = t.brand;
  $("skip").textContent = t.skip;
  $("language").textContent = t.other;
  $("language").lang = state.lang === "it" ? "en" : "it";
  $("desks").setAttribute("aria-label", t.desks);
  $("desks").querySelector("ul").replaceChildren(...desks.map(d => el("li", {}, el("a", { href: "#desk=" + d, "aria-current": d === state.desk && "page", onclick: e => { e.preventDefault(); state.desk = d; history.pushState(null, "", fragment()); build(); $("main").focus(); } }, t.desk[d]))));
  const dated = state.desk === "rights" || state.desk === "breach";
  $("settings").replaceChildren(el("div", { class: "grid" }, select("regime", t.regime, t.regimes, state.regime, v => { state.regime = v; remember(); show(results[state.desk]); }),
    dated && select("place", t.place, t.places, state.place, v => { state.place = v; remember(); show(results[state.desk]); })));
  $("main").replaceChildren(el("h1", {}, t.head[state.desk]), el("p", { class: "lead" }, t.lead[state.desk]), ...[forms[state.desk]()].flat(), el("div", { id: "results", "aria-live": "polite" }, el("p", { class: "meta" }, t.wait)));
  show(results[state.desk]);
  $("foot").replaceChildren(el("p", {}, t.foot[0]), el("p", { id: "law" }), el("p", {}, t.foot[2]));
  ready.then(() => ask("gdpr.law", {})).then(l => { $("law").textContent = t.foot[1](day(l.as_of, null)); }).catch(() => {});
  if (state.desk === "notice") ready.then(() => ask("informativa.scan", { text: "" })).catch(() => {}); // makes its tables
}

$("language").addEventListener("click", () => { state.lang = state.lang === "it" ? "en" : "it"; remember(); build(); });
$("skip").addEventListener("click", e => { e.preventDefault(); $("main").focus(); });
addEventListener("popstate", async () => { await readFragment(); build(); });
if (!/^it/i.test(navigator.language)) state.lang = "en";
ready.catch(e => show(() => { throw new Error(w().failed + e.message); }));
readFragment().then(build);
