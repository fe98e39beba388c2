/** One small style sheet for every page: system font, light and dark, from 320 px up. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1e1f21; --soft: #6d6e6f; --paper: #fff; --back: #f6f6f7;
  --line: #dcdcdf; --act: #3f5fd0; --act-ink: #fff; --warn: #8a5a00; --warn-back: #fff3d6; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f1f1f2; --soft: #a5a6aa; --paper: #252628; --back: #18191a; --line: #424347;
    --act: #8ea3f5; --act-ink: #14161c; --warn: #ffd98a; --warn-back: #3b2f12; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--back); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
.banner { background: var(--warn-back); color: var(--warn); text-align: center; padding: .6rem 1rem;
  font-weight: 600; }
main { max-width: 27rem; margin: 0 auto; padding: 1.25rem; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 1.5rem;
  margin-top: 1.25rem; }
h1 { font-size: 1.3rem; line-height: 1.3; margin: 0 0 .5rem; overflow-wrap: anywhere; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
.soft { color: var(--soft); font-size: .9rem; }
fieldset { border: 0; padding: 0; margin: 0 0 1rem; }
legend { font-weight: 600; padding: 0; margin-bottom: .4rem; }
label { display: flex; gap: .75rem; align-items: center; padding: .6rem .75rem; border: 1px solid var(--line);
  border-radius: 8px; margin-bottom: .5rem; cursor: pointer; min-width: 0; }
label:has(:checked) { border-color: var(--act); }
label span { min-width: 0; overflow-wrap: anywhere; }
label small { display: block; color: var(--soft); }
input[type=radio] { accent-color: var(--act); width: 1.1rem; height: 1.1rem; flex: none; margin: 0; }
ul { margin: 0 0 1rem; padding-left: 1.2rem; }
code { font: .95em ui-monospace, SFMono-Regular, Menlo, monospace; overflow-wrap: anywhere; }
.paste { display: block; padding: .75rem; border: 1px dashed var(--line); border-radius: 8px; user-select: all; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; }
button { flex: 1 1 8rem; min-height: 2.9rem; font: inherit; font-weight: 600; border-radius: 8px; cursor: pointer;
  border: 1px solid var(--line); background: transparent; color: inherit; }
button.primary { background: var(--act); border-color: var(--act); color: var(--act-ink); }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
`
