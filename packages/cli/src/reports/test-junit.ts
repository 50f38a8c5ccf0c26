// What `crit test --format junit` prints: one suite a file, one case a patient, for CI servers.
import { decidingCriteria, reasonLines } from '@crit-lang/evaluate/words/reason-text.js';
import type { TestedFile } from './tested-file.js';

export function testJunit(files: readonly TestedFile[]): string {
    const suites = files.map(({ path, problem, tests }) => {
        const cases = tests.map((test) => {
            const name = `${test.patient.title}${test.cohort === null ? '' : ` (${test.cohort})`}`;
            const open = `    <testcase classname="${escaped(path)}" name="${escaped(name)}"`;
            if (test.passed) return `${open}/>`;
            const tree = decidingCriteria(test)
                .flatMap(({ id, reason }) => [id, ...reasonLines(reason, '  ')])
                .join('\n');
            return `${open}>\n      <failure message="${escaped(test.failures.join(' '))}">${escaped(tree)}</failure>\n    </testcase>`;
        });
        const error =
            problem === null
                ? []
                : [`    <testcase classname="${escaped(path)}" name="reading">\n      <error message="${escaped(problem)}"/>\n    </testcase>`];
        const failures = tests.filter(({ passed }) => !passed).length;
        return [
            `  <testsuite name="${escaped(path)}" tests="${tests.length + error.length}" failures="${failures}" errors="${error.length}">`,
            ...error,
            ...cases,
            '  </testsuite>',
        ].join('\n');
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}${suites.length > 0 ? '\n' : ''}</testsuites>\n`;
}

// What XML cannot hold at all becomes U+FFFD.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

function escaped(text: string): string {
    return text
        .toWellFormed()
        .replace(FORBIDDEN, '\ufffd')
        .replace(/[&<>"\r\n\t]/gu, (character) => ENTITIES[character] ?? character);
}
