// Package browsertest tries the page of prova in Chromium, and its WebAssembly
// in Node.js.
package browsertest
