// The page of the preview: a shell under a policy that allows only our own script and style; all content is put in by the script as text.

/** What the page may load, as addresses for the webview. */
export interface PageParts {
    script: string;
    style: string;
    /** Where the webview's own resources come from. */
    source: string;
    /** New for each page. */
    nonce: string;
}

const TABS = [
    { kind: 'registry', title: 'Registry' },
    { kind: 'patient', title: 'Patient' },
    { kind: 'logic', title: 'Logic' },
    { kind: 'json', title: 'JSON' },
] as const;

/** The parts are ours: nothing of the author's stands in the page itself. */
export function pageHtml({ script, style, source, nonce }: PageParts): string {
    const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
    const tabs = TABS.map(
        ({ kind, title }) =>
            `<button role="tab" id="tab-${kind}" data-kind="${kind}" aria-controls="content" aria-selected="false" tabindex="-1">${title}</button>`,
    ).join('');
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Preview</title>
</head>
<body>
<header>
<div role="tablist" aria-label="What is shown">${tabs}</div>
<label id="whom" hidden>Cohort <select id="cohort"></select></label>
</header>
<p id="problem" role="status" hidden></p>
<ul id="notes" aria-label="Remarks" hidden></ul>
<main id="content" role="tabpanel" tabindex="0"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/** 128 random bits. */
export function newNonce(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
