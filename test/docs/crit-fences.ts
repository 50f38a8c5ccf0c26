// Finds the Crit examples of a documentation page and says what each must report.
import fs from 'node:fs';

export interface Fence {
    /** Page and line, for the name of the test. */
    place: string;
    text: string;
    /** Names after '// expect', in any order; a name may stand once for several findings. */
    expected: string[];
}

/** The protocol around an example that has none: cohorts SLE and RA, and a timeline. */
const AROUND =
    'protocol Example "An example" { timeline consent, screening, leukapheresis, infusion, baseline; assessed screening }\ncohort SLE with SLE\ncohort RA with rheumatoid arthritis\ninclude X-0 { has the index disease }\n';

/** The fences marked `crit` (a file) or `crit lines` (lines of an inclusion). */
export function critFences(page: string): Fence[] {
    const lines = fs.readFileSync(page, 'utf8').split('\n');
    const fences: Fence[] = [];
    for (let i = 0; i < lines.length; i++) {
        const open = /^```crit( lines)?$/.exec(lines[i] ?? '');
        if (open === null) continue;
        const start = i + 1;
        const end = lines.indexOf('```', start);
        const body = lines.slice(start, end);
        const text = open[1] === undefined ? body.join('\n') : `${AROUND}include X-1 {\n${body.join('\n')}\n}\n`;
        const expected = body.flatMap((line) => (/^\/\/ expect (.+)$/.exec(line)?.[1] ?? '').split(/,\s*/)).filter((name) => name !== '' && name !== 'none');
        fences.push({ place: `${page.replace(/^.*\/docs\//, 'docs/')}:${start}`, text, expected });
        i = end;
    }
    return fences;
}
