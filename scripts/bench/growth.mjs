// Measures how the time to parse, link and validate a file grows with the number of its criteria.
import { pathToFileURL } from 'node:url';
import { inRoot } from '../repository.mjs';

const sizes = [100, 1_000, 10_000];
const runs = { 100: 15, 1_000: 7, 10_000: 3 };

export const growth = {
    name: 'growth',
    goal: 'to parse, link and validate a file takes time in proportion to its criteria: a criterion in 10,000 costs at most 1.5 times one in 100',
    async run() {
        const language = (file) => import(pathToFileURL(inRoot('packages/language/out', file)).href);
        const { parseFile } = await language('resolve/parsed-file.js');
        const { compile } = await language('compile.js');
        const time = (text) => {
            const start = performance.now();
            const file = parseFile('generated.crit', text);
            const parsed = performance.now();
            const { diagnostics } = compile(file);
            return { parse: parsed - start, all: performance.now() - start, errors: diagnostics.filter(({ severity }) => severity === 'error').length };
        };
        // Until the engine has compiled the code, small files would look slow.
        for (let warm = 0; warm < 20; warm++) time(fileOf(200));
        const each = sizes.map((size) => {
            const text = fileOf(size);
            const measured = Array.from({ length: runs[size] }, () => time(text)).sort((a, b) => a.all - b.all);
            return { size, lines: text.split('\n').length, ...measured[Math.floor(measured.length / 2)] };
        });
        const lines = each.map(({ size, lines, parse, all, errors }) => {
            const one = ((1000 * all) / size).toFixed(0);
            return `${size} criteria (${lines} lines, ${errors} errors): ${all.toFixed(0)} ms, of it parsing ${parse.toFixed(0)} ms; ${one} µs a criterion`;
        });
        const [first, last] = [each.at(0), each.at(-1)];
        return [...lines, `a criterion in ${last.size} costs ${(last.all / last.size / (first.all / first.size)).toFixed(2)} times one in ${first.size}`];
    },
};

const drugs = ['azathioprine', 'methotrexate', 'rituximab', 'belimumab', 'tacrolimus', 'cyclophosphamide', 'anifrolumab', 'mycophenolate'];

/** A protocol with so many criteria, of seven kinds in turn; each refers to terms, cohorts and a definition of its own file. */
function fileOf(size) {
    const definitions = Array.from(
        { length: Math.ceil(size / 10) },
        (_, i) => `define kidney-trouble-${i} { any of { urine protein > ${1 + (i % 9)} g/24 h, creatinine > ${1 + (i % 3)}.5 x ULN } }`,
    );
    const criteria = Array.from({ length: size }, (_, i) => criterion(i, definitions.length));
    return [
        'protocol Growth "A generated protocol" {\n  age from 18 years\n  timeline consent, screening, infusion\n  assessed screening\n}',
        'cohort SLE with SLE\ncohort RA with rheumatoid arthritis',
        ...definitions,
        ...criteria,
    ].join('\n');
}

function criterion(i, definitions) {
    const drug = (step) => drugs[(i + step) % drugs.length];
    const bodies = [
        `hemoglobin >= ${7 + (i % 5)} g/dL`,
        `inadequate response to at least 2 of { ${drug(0)}, ${drug(1)}, ${drug(3)} } each used for at least ${1 + (i % 6)} months`,
        `had "clinically significant" CNS pathology within ${1 + (i % 24)} months before screening`,
        `used ${drug(2)} within ${1 + (i % 52)} weeks before infusion`,
        `kidney-trouble-${i % definitions}`,
        'has any systemic autoimmune disease other than the index disease except { celiac disease, autoimmune thyroid disease }',
        `if female { pregnancy test negative at screening }`,
    ];
    const kind = i % 3 === 0 ? 'include' : 'exclude';
    const scope = i % 4 === 0 ? ' for SLE' : '';
    return `${kind} C-${i} "Criterion ${i}"${scope} {\n  ${bodies[i % bodies.length]}\n}`;
}
