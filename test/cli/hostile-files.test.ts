// Hostile files: whatever stands in a file, every command ends with an exit code and sentences, soon, and the terminal stays unharmed.
import assert from 'node:assert/strict';
import { TARGETS } from '@crit-lang/generate/targets.js';
import { fixture } from '../support/repository.js';
import { critIn, folderWith } from './crit.js';

const MEGABYTE = 1024 * 1024;
const deep = (count: number, open: string, inner: string, close: string) => `${open.repeat(count)}${inner}${close.repeat(count)}`;
const trial = fixture('cli/trial.crit');

/** By name: what stands in the file, and the exit code of `check`; null where either 0 or 1 may be right. */
const FILES: Record<string, [string | Buffer, number | null]> = {
    empty: ['', 0],
    'only a comment': ['// nothing', 0],
    'only blanks': [' \n\t\r\n'.repeat(1000), 0],
    'a byte order mark': ['\ufeffcohort SLE with SLE', 0],
    truncated: [trial.slice(0, trial.length * 0.6), 1],
    'truncated in a character': [Buffer.from('cohort A "caf\u00e9"').subarray(0, 14), 2],
    'not UTF-8': [Buffer.from([0xff, 0xfe, 0x00, 0xd8]), 2],
    'UTF-16': [Buffer.from('\ufeffcohort SLE with SLE', 'utf16le'), 2],
    'zero bytes': [Buffer.alloc(1000), 2],
    'a program': [Buffer.from('\x7fELF\x02\x01\x01\x00\x00\x00', 'latin1'), 2],
    '10 MB': [Buffer.alloc(10 * MEGABYTE, 'exclude E-1 { pregnant }\n'), 2],
    '5,000 braces': [`exclude E-1 ${deep(5000, '{ any of ', '{ pregnant }', ' }')}`, 1],
    '5,000 open braces': [`exclude E-1 ${'{ any of '.repeat(5000)}`, 1],
    '5,000 closing braces': ['}'.repeat(5000), 1],
    '5,000 parentheses': [`exclude E-1 { ${deep(5000, '( ', '1', ' )')} > 3 }`, 1],
    '5,000 times not': [`exclude E-1 { ${'not '.repeat(5000)}pregnant }`, 1],
    '5,000 exceptions': [`exclude E-1 { has any cancer ${'except any cancer '.repeat(5000)}}`, null],
    '5,000 sections': ['for SLE { '.repeat(5000), 1],
    '5,000 times or': [`exclude E-1 { ${Array(5000).fill('pregnant').join(' or ')} }`, null],
    'a line of 200,000 digits': [`exclude E-1 { creatinine > ${'9'.repeat(200_000)} mg/dL }`, null],
    'a fraction of 200,000 digits': [`exclude E-1 { creatinine > 0.${'3'.repeat(200_000)} mg/dL }`, null],
    'a line of 50,000 quotes': [`exclude E-1 { ${'"'.repeat(50_001)} }`, 1],
    'a line of 50,000 apostrophes': [`exclude E-1 { has ${"'".repeat(50_001)} }`, 1],
    'a line of 100,000 blanks': [`exclude E-1 {${' '.repeat(100_000)}pregnant }`, 0],
    'a line of 100,000 words': [`exclude E-1 { has ${'word '.repeat(100_000)}}`, 1],
    'a name of 100,000 letters': [`exclude E-1 { has ${'x'.repeat(100_000)} }`, 1],
    'an id of 100,000 letters': [`exclude E${'x'.repeat(100_000)} { pregnant }`, null],
    '20,000 stray characters': ['$ '.repeat(20_000), 1],
    '20,000 hidden characters': [`exclude E-1 { pregnant }\n// ${'\u200b'.repeat(20_000)}`, null],
    '20,000 lines of nonsense': ['what is this\n'.repeat(20_000), 1],
    'names of JavaScript': [
        'protocol __proto__ "constructor" {\n timeline __proto__, screening\n assessed screening\n}\ncohort __proto__ with __proto__\ncohort constructor\n' +
            'define toString { pregnant }\ndefine __proto__ { pregnant }\ncondition hasOwnProperty { is a __proto__ }\ncondition __proto__\n' +
            'include __proto__ for __proto__ { has __proto__\n toString\n has constructor at __proto__\n accept __proto__ "x" }\ninclude constructor { has hasOwnProperty except __proto__ }\n',
        1,
    ],
    'control and bidirectional characters': [
        'protocol P "\u001b[2J\u001b[31m\u202eevil\u2066" { timeline screening }\ncohort A "\u0007\u009b31m"\nexclude E-1 "\u202e" { has \'\u001b[2Jred\u202e\'\n statement "\u001b]0;title\u0007" }\n',
        1,
    ],
    'an import out of the folder': ['import "../../../../etc/passwd"\nimport "/etc/passwd"\nimport "../../x.crit"\n', 1],
    'an import of itself': ['import "hostile.crit"\nexclude E-1 { pregnant }', 0],
    'a definition in a circle': ['define one { two }\ndefine two { one }\nexclude E-1 { one }', 1],
    'a class in a circle': ['condition a gout { is a b gout }\ncondition b gout { is a a gout }\nexclude E-1 { has any a gout }', null],
    'old line ends': ['exclude E-1 {\r  pregnant\r}\r', 0],
    'half a surrogate pair': [Buffer.from([0x63, 0xed, 0xa0, 0x80]), 2],
};

describe('hostile files', function () {
    for (const [name, [content, expected]] of Object.entries(FILES)) {
        it(`${name}: every command ends and harms nothing`, async function () {
            this.timeout(120_000);
            const { folder, remove } = folderWith({ 'hostile.crit': content });
            try {
                const { code } = await critIn(folder, 'check', 'hostile.crit', '--no-analysis', '--format', 'json');
                if (expected === null) assert.ok(code === 0 || code === 1, `ended with ${code}`);
                else assert.equal(code, expected);
                const commands = [
                    ['check', 'hostile.crit', '--no-analysis'],
                    ['check', 'hostile.crit', '--no-analysis', '--format', 'github'],
                    ['check', 'hostile.crit', '--no-analysis', '--format', 'sarif'],
                    ['stats', 'hostile.crit'],
                    ['format', 'hostile.crit', '--check'],
                    ['explain', 'hostile.crit#E-1'],
                    ...TARGETS.map(({ id }) => ['generate', 'hostile.crit', '--to', id]),
                ];
                for (const args of commands) {
                    const { code: ended, out, err } = await critIn(folder, ...args);
                    assert.ok(ended >= 0 && ended <= 2, `crit ${args.join(' ')} ended with ${ended}: ${err.slice(0, 1000)}`);
                    assert.doesNotMatch(out + err, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u, args.join(' '));
                }
            } finally {
                remove();
            }
        });
    }
});
