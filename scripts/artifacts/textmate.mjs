// Makes the TextMate grammar, by which editors highlight, from the parser's tables: each keyword by what it does, names and their quotes, units, codes, texts.

/** What keywords do, by the rule of the grammar in which they stand, and how that is called in TextMate's terms. The first that applies counts. */
const ROLES = [
    { scope: 'keyword.other.verb', rules: ['Verb', 'ResponseKind', 'ValuePick', 'WashoutTable'], words: ['dose of', 'falls by', 'rises by', 'changes by'] },
    { scope: 'keyword.other.free-text', rules: ['Prose', 'Attestation', 'Judgement', 'Unspecified'] },
    {
        scope: 'keyword.control.logic',
        rules: [
            'Guard',
            'GuardedLine',
            'Disjunction',
            'Conjunction',
            'Negation',
            'CaseCondition',
            'ConditionRow',
            'Group',
            'Exception',
            'CaseValue',
            'ValueRow',
        ],
        words: ['any', 'any other', 'the index disease', 'or never', 'or equivalent'],
    },
    {
        scope: 'keyword.other.window',
        rules: ['Window', 'WashoutRow', 'Elapsed', 'Anchor', 'Duration', 'BoundWord', 'DurationClause', 'StableDoseClause', 'RepetitionClause', 'CountClause'],
    },
    { scope: 'constant.language.limit', rules: ['LimitValue', 'TermLimits'], words: ['ULN of', 'LLN of'] },
    { scope: 'constant.language.result', rules: ['ResultTest', 'ResultName', 'SexProperty', 'VolunteersProperty', 'ValuesProperty', 'Expectation'] },
    { scope: 'keyword.operator.comparison', rules: ['Operator'] },
    {
        scope: 'keyword.other.clause',
        rules: ['RangeTest', 'GradeTest', 'MethodClause', 'CircumstanceClause', 'InClause', 'Refinement', 'FlagClause', 'Clinical'],
    },
    {
        scope: 'keyword.other.relation',
        rules: ['TermNames', 'Declaration', 'Assertion', 'Criterion', 'Section', 'Cohort', 'Reading', 'Acceptance', 'PatientCase', 'NothingElse', 'Assumption'],
    },
    {
        scope: 'keyword.other.relation',
        rules: ['TermBounds', 'TermEquivalent', 'TermHalfLife', 'AgeProperty', 'PhaseProperty', 'TermTexts', 'EquivalentClause'],
    },
];

const STATEMENTS = [
    'Import',
    'VocabularyHeader',
    'Protocol',
    'Cohort',
    'Section',
    'Criterion',
    'Definition',
    'Declaration',
    'Assertion',
    'PatientCase',
    'Acceptance',
    'Reading',
];
const TERMS = [
    'TermNames',
    'TermResults',
    'TermTexts',
    'TermCodes',
    'TermUnits',
    'TermMolarMass',
    'TermLimits',
    'TermBounds',
    'TermHoles',
    'TermValues',
    'TermEquivalent',
    'TermHalfLife',
    'TermCharge',
];
const HEADER = ['AgeProperty', 'SexProperty', 'VolunteersProperty', 'TimelineProperty', 'AssessedProperty', 'ValuesProperty', 'PhaseProperty', 'TextProperty'];
const NOTES = ['TextNote'];

/** Letters and digits as the lexer has them, joined inside a word. */
const LETTER = 'A-Za-zªµºÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿḀ-ỿ一-鿿';
const ID = `[${LETTER}][${LETTER}0-9_]*(?:[-.'’/+][${LETTER}0-9_]+)*\\+?`;
const BEFORE_WORD = `(?<![${LETTER}0-9_]|[${LETTER}0-9_][-.'’/+])`;
const AFTER_WORD = `(?![${LETTER}0-9_]|[-.'’/+][${LETTER}0-9_])`;
const QUOTED_NAME = "'(?:[^']|'(?=[A-Za-z]))+'(?![A-Za-z])|‘(?:[^’]|’(?=[A-Za-z]))+’(?![A-Za-z])";

/** The grammar as JSON. Throws for a keyword that has no role, so that a new one is thought of. */
export function textMateGrammar(program) {
    const keywords = new Map(program.rules.map(({ name, body }) => [name, keywordsIn(body)]));
    const inNames = new Set(keywords.get('Word'));
    const statements = STATEMENTS.flatMap((rule) => keywordsIn(firstOf(program, rule)));
    const roles = new Map();
    const keys = new Set([...TERMS, ...HEADER, ...NOTES].flatMap((rule) => keysOf(program, rule)));
    for (const word of program.keywords.filter((keyword) => /^[a-z]/i.test(keyword))) {
        const role = ROLES.find(({ rules, words = [] }) => words.includes(word) || rules.some((rule) => keywords.get(rule)?.includes(word)));
        if (role === undefined && !keys.has(word) && !statements.includes(word) && !inNames.has(word) && word !== 'arm' && word !== 'in situ')
            throw new Error(`Highlighting: the keyword '${word}' has no role.`);
        // Words of names are words of the language in their place only, which no pattern can tell.
        if (role !== undefined && !inNames.has(word) && word !== 'of') roles.set(word, role.scope);
    }
    const byScope = [...new Set(roles.values())].map((scope) => ({ scope, words: [...roles].filter(([, each]) => each === scope).map(([word]) => word) }));
    const stopWords = new Set([...roles.keys(), ...statements, ...inNames].map((word) => word.split(' ')[0]));
    const termKinds = keywords.get('TermKind');
    const startsStatement = `^(?:${alternatives([...statements, ...termKinds])})${AFTER_WORD}`;
    const grammar = {
        $comment: 'Written by scripts/artifacts/textmate.mjs from the grammar; do not edit.',
        name: 'Crit',
        scopeName: 'source.crit',
        fileTypes: ['crit'],
        patterns: [
            block('protocol', `(protocol)[ \\t]+(${ID})`, 'keyword.control.declaration.crit', 'entity.name.namespace.crit', ['#header-key'], startsStatement),
            block(
                'term',
                `^[ \\t]*(${alternatives(termKinds)})[ \\t]+(?=[^\\r\\n]*(?:\\{|"|$))`,
                'storage.type.term.crit',
                undefined,
                ['#unit-list', '#term-key'],
                startsStatement,
            ),
            { include: '#statement' },
            { include: '#line' },
        ],
        repository: {
            statement: {
                patterns: [
                    named(`${BEFORE_WORD}(include|exclude)[ \\t]+(${ID})`, 'keyword.control.criterion.crit', 'entity.name.function.criterion.crit'),
                    named(
                        `${BEFORE_WORD}(define)[ \\t]+((?:${ID}[ \\t]*)+|${QUOTED_NAME})`,
                        'keyword.control.declaration.crit',
                        'entity.name.function.definition.crit',
                    ),
                    named(
                        `${BEFORE_WORD}(cohort|arm)[ \\t]+(${ID})(?=[ \\t]*(?:["“{]|with\\b|$))`,
                        'keyword.control.declaration.crit',
                        'entity.name.type.cohort.crit',
                    ),
                    named(
                        `${BEFORE_WORD}(reading|assert)[ \\t]+(${ID})(?=[ \\t]*(?:["“{]|for\\b))`,
                        'keyword.control.declaration.crit',
                        'entity.name.function.crit',
                    ),
                    named(
                        `${BEFORE_WORD}(for)[ \\t]+(${ID}(?:[ \\t]*,[ \\t]*${ID})*)(?=[ \\t]*\\{)`,
                        'keyword.control.section.crit',
                        'entity.name.type.cohort.crit',
                    ),
                    named(`${BEFORE_WORD}(accept)[ \\t]+(${ID})`, 'keyword.control.declaration.crit', 'constant.other.diagnostic.crit'),
                    named(`^[ \\t]*(vocabulary)[ \\t]+([^\\r\\n]+)$`, 'keyword.control.declaration.crit', 'entity.name.namespace.crit'),
                    named(`${BEFORE_WORD}(import|patient)(?=[ \\t]*["“])`, 'keyword.control.declaration.crit'),
                    named(`^[ \\t]*(declare)${AFTER_WORD}`, 'keyword.control.declaration.crit'),
                    named(`${BEFORE_WORD}(${alternatives(keysOf(program, 'TextNote'))})(?=[ \\t]*["“])`, 'support.type.property-name.crit'),
                ],
            },
            line: {
                patterns: [
                    { include: '#comment' },
                    { include: '#text' },
                    { match: QUOTED_NAME, name: 'string.quoted.single.name.crit' },
                    { match: `(?:${program.terminals.find(({ name }) => name === 'CODE').pattern})`, name: 'constant.other.code.crit' },
                    // Words of the language that are no words of their own here.
                    { match: `${BEFORE_WORD}in[ \\t]+situ${AFTER_WORD}` },
                    ...numbers(stopWords),
                    ...byScope.map(({ scope, words }) => ({ match: `${BEFORE_WORD}(?:${alternatives(words)})${AFTER_WORD}`, name: `${scope}.crit` })),
                    { match: '<=|>=|[<>=≤≥]', name: 'keyword.operator.comparison.crit' },
                    { match: `(?<=[ \\t(])[-+*/](?=[ \\t])`, name: 'keyword.operator.arithmetic.crit' },
                    { match: '[{}]', name: 'punctuation.section.block.crit' },
                    { match: '[(),;:]', name: 'punctuation.separator.crit' },
                    { match: `(?<=\\d[ \\t])of${AFTER_WORD}`, name: 'keyword.control.logic.crit' },
                    // A word that is none of these is part of a name.
                    { match: ID },
                ],
            },
            'header-key': {
                match: `(?:^|(?<=[{;]))[ \\t]*(${alternatives(HEADER.flatMap((rule) => keysOf(program, rule)))})${AFTER_WORD}`,
                captures: { 1: { name: 'support.type.property-name.crit' } },
            },
            'unit-list': {
                begin: `(?:^|(?<=[{;]))[ \\t]*(${alternatives(keysOf(program, 'TermUnits'))})${AFTER_WORD}`,
                end: '$|(?=[;}])',
                beginCaptures: { 1: { name: 'support.type.property-name.crit' } },
                patterns: [
                    { include: '#comment' },
                    { match: unit(new Set()), name: 'keyword.other.unit.crit' },
                    { match: ',', name: 'punctuation.separator.crit' },
                ],
            },
            'term-key': {
                match: `(?:^|(?<=[{;]))[ \\t]*(${alternatives(TERMS.flatMap((rule) => keysOf(program, rule)))})${AFTER_WORD}`,
                captures: { 1: { name: 'support.type.property-name.crit' } },
            },
            comment: {
                patterns: [
                    { begin: '/\\*', end: '\\*/', beginCaptures: comment, endCaptures: comment, name: 'comment.block.crit' },
                    { begin: '//', end: '$', beginCaptures: comment, name: 'comment.line.double-slash.crit' },
                ],
            },
            text: {
                patterns: [
                    // A text ends with its line, closed or not.
                    { begin: '"', end: '"|$', name: 'string.quoted.double.crit', patterns: [{ match: '\\\\.', name: 'constant.character.escape.crit' }] },
                    { begin: '“', end: '”|$', name: 'string.quoted.double.crit' },
                ],
            },
        },
    };
    return JSON.stringify(grammar, null, 2) + '\n';
}

const comment = { 0: { name: 'punctuation.definition.comment.crit' } };

/** A statement whose block holds properties: the keys count only there. */
function block(name, begin, keyword, entity, keys, startsStatement) {
    const captures = { 1: { name: keyword }, ...(entity === undefined ? {} : { 2: { name: entity } }) };
    return {
        begin,
        end: '\\}|$',
        beginCaptures: captures,
        endCaptures: { 0: { name: 'punctuation.section.block.crit' } },
        name: `meta.${name}.crit`,
        patterns: [
            {
                begin: '\\{',
                end: `(?=\\})|(?=${startsStatement})`,
                beginCaptures: { 0: { name: 'punctuation.section.block.crit' } },
                patterns: [...keys.map((key) => ({ include: key })), { include: '#line' }],
            },
            { include: '#line' },
        ],
    };
}

function named(match, ...scopes) {
    return { match, captures: Object.fromEntries(scopes.map((name, index) => [index + 1, { name }])) };
}

/** A unit as protocols write them: mg/dL, mL/min/1.73 m2, x 10^9/L, % predicted. It never starts with a word of the language. */
function unit(stopWords) {
    const stop = stopWords.size === 0 ? '' : `(?!(?:${alternatives([...stopWords])})${AFTER_WORD})`;
    const word = `[${LETTER}°%][${LETTER}0-9^²³%_*]*(?:-[${LETTER}]+)*(?:\\{[^}\\s]*\\})?`;
    const below = `[ \\t]*/[ \\t]*(?:\\d+(?:\\.\\d+)?[ \\t]*)?(?:${word})?|[.*·](?:${word})`;
    const power = `(?:[x×][ \\t]*)?10[\\^*]\\d+`;
    return `(?:${power}(?:${below})*|%(?:[ \\t]+(?:of )?predicted)?|${stop}/?${word}(?:${below})*(?:[ \\t]+(?:Hg|cells|FEU|DDU))?)`;
}

/** Numbers with the unit behind them. */
function numbers(stopWords) {
    const numeral = `(?<![${LETTER}0-9_])\\d+(?:\\.\\d+)?`;
    return [
        { match: `(?<![${LETTER}0-9_.])\\d+:\\d+`, name: 'constant.numeric.titer.crit' },
        named(
            `(${numeral})[ \\t]*([x×])[ \\t]*(ULN|LLN)${AFTER_WORD}`,
            'constant.numeric.crit',
            'keyword.operator.arithmetic.crit',
            'constant.language.limit.crit',
        ),
        named(`(${numeral})[ \\t]*(${unit(stopWords)})`, 'constant.numeric.crit', 'keyword.other.unit.crit'),
        { match: numeral, name: 'constant.numeric.crit' },
    ];
}

/** Longest first, so that a phrase is taken before the words in it. */
function alternatives(words) {
    return [...new Set(words)]
        .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
        .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\t]+'))
        .join('|');
}

function keywordsIn(element) {
    if (element[0] === 'keyword') return [element[1]];
    return element.slice(1).flatMap((part) => (Array.isArray(part) ? keywordsIn(part) : []));
}

/** The first element of a rule. */
function firstOf(program, rule) {
    const { body } = program.rules.find(({ name }) => name === rule);
    return body[0] === 'sequence' ? body[1] : body;
}

/** The keywords with which a property of this rule begins. */
function keysOf(program, rule) {
    const key = firstOf(program, rule);
    return key[0] === 'assign' && key[1] === 'key' ? keywordsIn(key) : [];
}
