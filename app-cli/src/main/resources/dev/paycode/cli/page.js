"use strict";

// Asks once a second what to show, and takes a code away at its end whether or not anybody answers.

const POLL_MILLIS = 1000;
const ANSWER_MILLIS = 15000;
const REVEAL_MILLIS = 5000;
const WIDEST_BARCODE = 400;
const WIDEST_QR_CODE = 210;

const element = (id) => document.getElementById(id);

let shown = null;
let revealedUntil = null;
let polls = 0;
let nextPoll = 0;

// --- Time ---------------------------------------------------------------------

/** A time to come, by both clocks: one stands still while the machine sleeps, the other may be set. */
function inMillis(millis, since = now()) {
  return { even: since.even + millis, wall: since.wall + millis };
}

function now() {
  return { even: performance.now(), wall: Date.now() };
}

function millisUntil(time) {
  return Math.min(time.even - performance.now(), time.wall - Date.now());
}

function isOver(time) {
  return millisUntil(time) <= 0;
}

function minutes(millis) {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

// --- Showing ------------------------------------------------------------------

function write(id, text) {
  if (element(id).textContent !== text) {
    element(id).textContent = text;
  }
}

function draw(id, symbol, widest) {
  const svg = element(id);
  const room = Math.min(widest, document.documentElement.clientWidth - 34);
  // Whole pixels of the device, so that all modules are equally wide.
  const pixels = Math.max(1, Math.floor((room * devicePixelRatio) / symbol.width));
  const width = (symbol.width * pixels) / devicePixelRatio;
  svg.setAttribute("viewBox", `0 0 ${symbol.width} ${symbol.height}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("width", width);
  svg.setAttribute("height", symbol.height === 1 ? Math.max(56, Math.round(width / 5)) : width);
  svg.firstElementChild.setAttribute("d", symbol.path);
}

function drawSymbols() {
  draw("barcode", shown.code.barcode, WIDEST_BARCODE);
  draw("qr-code", shown.code.qrCode, WIDEST_QR_CODE);
}

function show(code, asked, changesInMillis) {
  const another = shown === null || shown.code.digits !== code.digits;
  shown = {
    code,
    changes: inMillis(changesInMillis, asked),
    gone: inMillis(code.goneInMillis, asked),
    covered: inMillis(code.coveredForMillis, asked),
  };
  if (another) {
    revealedUntil = null;
    drawSymbols();
    write("news", "A new payment code is shown.");
  }
  write("clock", code.clock);
  write("last", code.lastResult);
  element("sandbox").hidden = !code.sandbox;
  element("symbols").hidden = false;
  element("facts").hidden = false;
  element("instead").hidden = true;
  tick();
}

/** Leaves nothing of a code in the document. */
function blank(problem, advice = "", final = false) {
  shown = null;
  revealedUntil = null;
  for (const id of ["barcode", "qr-code"]) {
    element(id).firstElementChild.removeAttribute("d");
  }
  write("digits", "");
  element("symbols").hidden = true;
  element("facts").hidden = true;
  element("instead").hidden = false;
  write("problem", problem);
  write("advice", advice);
  element("again").hidden = !final;
  write("news", `No payment code is shown. ${problem} ${advice}`);
}

function tick() {
  if (shown === null) {
    return;
  }
  if (isOver(shown.gone)) {
    blank("Fetching the next code …");
    return;
  }
  const left = Math.max(0, millisUntil(shown.changes));
  write("changes", minutes(left));
  write("covered", minutes(millisUntil(shown.covered)));
  element("left").style.transform = `scaleX(${Math.min(1, left / shown.code.lifeMillis)})`;
  const revealed = revealedUntil !== null && !isOver(revealedUntil);
  write("digits", revealed ? shown.code.digits : shown.code.masked);
  element("digits").ariaHidden = String(!revealed);
  write("reveal-label", revealed ? "Hide the digits" : "Show the digits for five seconds");
}

// --- Asking -------------------------------------------------------------------

async function poll() {
  clearTimeout(nextPoll);
  const number = ++polls;
  const asked = now();
  let wait = POLL_MILLIS;
  try {
    const answer = await fetch("state", { signal: AbortSignal.timeout(ANSWER_MILLIS) });
    if (!answer.ok) {
      throw new Error(`HTTP ${answer.status}`);
    }
    const state = await answer.json();
    if (number !== polls || document.hidden) {
      return;
    }
    wait = take(state, asked);
  } catch (failure) {
    if (number !== polls) {
      return;
    }
    blank("The wallet does not answer.", "Start paycode show --web again and open its new address.");
  }
  if (wait !== null) {
    nextPoll = setTimeout(poll, wait);
  }
}

/** Shows the answer and says when to ask again; null if the user shall say so. */
function take(state, asked) {
  if (state.code !== null) {
    show(state.code, asked, state.changesInMillis);
  } else if (state.problem === "") {
    blank(`The next code begins in ${minutes(state.changesInMillis)}.`);
  } else {
    blank(`${state.problem}.`.replace("..", "."), state.advice, true);
    return null;
  }
  return Math.min(POLL_MILLIS, state.changesInMillis + 20);
}

// --- Starting -----------------------------------------------------------------

element("reveal").addEventListener("click", () => {
  const hide = revealedUntil !== null && !isOver(revealedUntil);
  revealedUntil = hide ? null : inMillis(REVEAL_MILLIS);
  tick();
});

element("again").addEventListener("click", () => {
  blank("Fetching the code …");
  poll();
});

// A code that nobody looks at is taken away: what is hidden may be slow to change.
document.addEventListener("visibilitychange", () => {
  polls++;
  clearTimeout(nextPoll);
  blank("Fetching the code …");
  if (!document.hidden) {
    poll();
  }
});

addEventListener("resize", () => {
  if (shown !== null) {
    drawSymbols();
  }
});

setInterval(tick, 250);
poll();
