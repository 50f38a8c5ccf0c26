// Writes protocols of any size for the benchmarks: the kinds of criteria that real ones have, with contradictions planted where asked.

const labs = [
    ['hemoglobin', 7, 'g/dL'],
    ['platelet count', 50, 'x 10^9/L'],
    ['ANC', 1, 'x 10^9/L'],
    ['creatinine', 2, 'mg/dL'],
    ['total bilirubin', 2, 'mg/dL'],
    ['albumin', 2, 'g/dL'],
    ['potassium', 3, 'mmol/L'],
    ['IgG', 400, 'mg/dL'],
];
const drugs = [
    'azathioprine',
    'methotrexate',
    'rituximab',
    'belimumab',
    'tacrolimus',
    'cyclophosphamide',
    'anifrolumab',
    'mycophenolate',
    'leflunomide',
    'tocilizumab',
    'abatacept',
    'cyclosporine',
];
const classes = ['JAK inhibitor', 'TNF inhibitor', 'anticoagulant', 'glucocorticoid'];
const infections = ['hepatitis B', 'hepatitis C', 'tuberculosis', 'HIV infection'];
const diseases = ['heart failure', 'stroke', 'myocardial infarction', 'asthma', 'COPD', 'seizure disorder', 'multiple sclerosis', 'psoriasis'];
const indexes = ['SLE', 'rheumatoid arthritis', 'systemic sclerosis', 'IIM'];

/** Criteria that stand together in one protocol; a larger document has several such chapters, each with terms of its own. */
const CHAPTER = 60;

/**
 * A protocol with so many criteria.
 * @param conflicts contradictory pairs among them. @param cohorts 1 to 4. @param edited a number that changes what one criterion says.
 */
export function protocolOf(size, { conflicts = 0, cohorts = 1, edited = 0 } = {}) {
    const chapters = Math.ceil(size / CHAPTER);
    const every = conflicts === 0 ? Infinity : Math.max(2, Math.floor(size / conflicts));
    const criteria = [];
    for (let index = 0, planted = 0; criteria.length < size; index++) {
        const chapter = Math.floor(criteria.length / CHAPTER);
        if (planted < conflicts && criteria.length % every === every - 2) {
            criteria.push(...contradiction(planted++, chapter));
            continue;
        }
        criteria.push(written(index, chapter, cohorts, index === 5 ? edited : 0));
    }
    return [
        ...Array.from({ length: chapters }, (_each, chapter) => termsOf(chapter)),
        'protocol Bench "A protocol for benchmarks" {\n  age from 18 years to 75 years\n  timeline consent, screening, randomization, infusion\n  assessed screening\n}',
        ...indexes.slice(0, cohorts).map((index, place) => `cohort C${letters(place)} with ${index}`),
        ...criteria.slice(0, size),
    ].join('\n');
}

/** As letters, because names of terms are words. */
const letters = (number) => (number < 26 ? String.fromCharCode(97 + number) : letters(Math.floor(number / 26) - 1) + String.fromCharCode(97 + (number % 26)));

const own = (kind, number, chapter) => `${kind} ${letters(number)}${letters(chapter)}x`;

/** Half of what a chapter speaks of is its own, as in a document that gathers several protocols. */
function termsOf(chapter) {
    const lab = (number) =>
        `lab ${own('marker', number, chapter)} {\n  unit mg/dL\n  plausible 0 to 900 mg/dL\n  limits ULN\n  definition "A laboratory value."\n}`;
    const condition = (number, parent) =>
        `condition ${own('syndrome', number, chapter)} {\n${parent === null ? '' : `  is a ${own('syndrome', parent, chapter)}\n`}  definition "A disease."\n}`;
    const drug = (number, parent) =>
        `drug ${own('agent', number, chapter)} {\n${parent === null ? '' : `  is a ${own('agent', parent, chapter)}\n`}  definition "A drug."\n}`;
    const family = [0, 1, 2, 3, 4, 5, 6, 7];
    return [
        ...family.map(lab),
        ...family.map((number) => condition(number, number % 4 === 0 ? null : number - (number % 4))),
        ...family.map((number) => drug(number, number % 4 === 0 ? null : number - (number % 4))),
    ].join('\n');
}

function written(index, chapter, cohorts, edited) {
    const pick = (list, step = 0) => list[(index + step) % list.length];
    const mine = (kind, step = 0) => own(kind, (index + step) % 8, chapter);
    // Shipped terms appear in the first chapter and now and then later: they would otherwise tie all chapters together.
    const isOwn = chapter > 0 && index % 6 !== 0;
    const [lab, bound, unit] = pick(labs);
    const anchor = ['screening', 'randomization', 'infusion'][index % 3];
    const weeks = 2 + (index % 5) * 2 + edited;
    const bodies = [
        ['include', isOwn ? `${mine('marker')} <= ${200 + edited + (index % 7) * 10} mg/dL` : `${lab} >= ${bound + edited} ${unit}`],
        ['exclude', `used ${isOwn ? mine('agent') : pick(drugs)} within ${weeks} weeks before ${anchor}`],
        ['exclude', isOwn ? `${mine('marker', 3)} > ${3 + (index % 3)} x ULN` : `${pick(['ALT', 'AST', 'ALP'])} > ${3 + (index % 3)} x ULN`],
        ['exclude', `has any of { ${isOwn ? `${mine('syndrome')}, ${mine('syndrome', 3)}` : `${pick(diseases)}, ${pick(diseases, 3)}`} }`],
        [
            'include',
            `inadequate response to at least 2 of { ${isOwn ? `${mine('agent', 1)}, ${mine('agent', 2)}, ${mine('agent', 5)}` : `${pick(drugs)}, ${pick(drugs, 1)}, ${pick(drugs, 4)}`} } each used for at least ${1 + (index % 4)} months`,
        ],
        ['exclude', `had ${isOwn ? mine('syndrome', 5) : pick(infections)} within ${3 + (index % 4) * 3 + edited} months before screening`],
        ['exclude', isOwn ? `has "clinically significant" ${mine('syndrome', 2)}` : `uses any ${pick(classes)} at screening`],
        ['exclude', `if female { ${isOwn ? `${mine('marker', 5)} < ${5 + (index % 5)} mg/dL` : 'pregnancy test positive at screening'} }`],
        [
            'exclude',
            isOwn
                ? `has any ${own('syndrome', 4 * (index % 2), chapter)} except { ${own('syndrome', 4 * (index % 2) + 1 + (index % 3), chapter)} }`
                : 'has any systemic autoimmune disease other than the index disease except { celiac disease, autoimmune thyroid disease }',
        ],
        ['exclude', `statement "The investigator sees another reason ${letters(index)}."`],
    ];
    // The index disease is only there to be excepted from where cohorts have one.
    const [kind, body] = bodies[index % bodies.length];
    const scope = cohorts > 1 && index % 7 === 3 ? ` for C${letters(index % cohorts)}` : '';
    return `${kind} N-${index} "Criterion ${index}"${scope} {\n  ${body}\n}`;
}

function contradiction(number, chapter) {
    const marker = own('marker', 7, chapter);
    const at = number % 2 === 0 ? 'screening' : 'infusion';
    const low = 300 + 10 * number;
    return [
        `include P-${number}-a "Planted ${number}" {\n  ${marker} >= ${low} mg/dL at ${at} by "method ${letters(number)}"\n}`,
        `exclude P-${number}-b "Planted ${number}" {\n  ${marker} >= ${low - 20} mg/dL at ${at} by "method ${letters(number)}"\n}`,
    ];
}
