// The look of the patient page: large type, high contrast, one column, and clean pages on paper. No font or picture is loaded.

/** The content of the page's style element; it stands inside a policy that allows no script. */
export const PATIENT_STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --line: #5f6b7a; --soft: #eef3f8; --yes: #14532d; --no: #8a1c1c; --link: #0b4f9e; }
@media (prefers-color-scheme: dark) { :root { --ink: #f1f1f1; --paper: #16181c; --line: #94a3b8; --soft: #232830; --yes: #86e0a8; --no: #ffb3ab; --link: #9ecbff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.5rem; line-height: 1.3; margin: 2.75rem 0 0.75rem; padding-top: 0.75rem; border-top: 3px solid var(--line); }
h3 { font-size: 1.25rem; margin: 1.75rem 0 0.25rem; }
h4 { font-size: 1.125rem; margin: 1.25rem 0 0.25rem; }
h3.can::before { content: "\\2713\\00a0"; }
h3.cannot::before { content: "\\2715\\00a0"; }
h3.can, h3.can ~ h4 { color: var(--yes); }
h3.cannot, h3.cannot ~ h4 { color: var(--no); }
p { margin: 0.5rem 0; }
ul { margin: 0.25rem 0 0.75rem; padding-left: 1.5rem; }
li { margin: 0.4rem 0; }
li li { margin: 0.15rem 0; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
nav { background: var(--soft); padding: 0.75rem 1.25rem; border-radius: 0.5rem; }
nav h2 { all: unset; font-weight: 700; display: block; }
dl.study, dl.words { margin: 0.75rem 0; }
dl.study dt, dl.words dt { font-weight: 700; }
dl.study dd, dl.words dd { margin: 0 0 0.5rem; }
table { border-collapse: collapse; margin: 0.5rem 0 1rem; width: 100%; }
caption { text-align: left; font-weight: 700; padding: 0.25rem 0; }
th, td { border: 1px solid var(--line); padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; }
thead th { background: var(--soft); }
tbody th { font-weight: 400; }
@media print {
  :root { --ink: #000; --paper: #fff; --line: #666; --soft: #fff; --yes: #000; --no: #000; --link: #000; }
  body { font-size: 12pt; line-height: 1.45; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  h2 { break-after: avoid; }
  h3, h4 { break-after: avoid; }
  li, tr, dt { break-inside: avoid; }
  @page { margin: 2cm; }
}
`;
