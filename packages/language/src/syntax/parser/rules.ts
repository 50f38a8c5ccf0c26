// The rules of the grammar as steps, made from the tables once, when the parser is loaded.
import { PARSE_PROGRAM } from '../../generated/parse-program.js';
import { fillTables } from './lookahead-tables.js';
import type { BlockForm, Element } from './program.js';
import type { AssignStep, BlockStep, Rule, Step, StepBase } from './step.js';
import { TOKEN_TYPES, tokenType } from './token.js';
import { add, emptySet } from './token-set.js';

const NOTHING = emptySet(TOKEN_TYPES.length);

const rules = new Map<string, Rule>();

/** The rule of this name. Throws for a name that the grammar does not have. */
export function ruleNamed(name: string): Rule {
    const rule = rules.get(name);
    if (rule === undefined) throw new Error(`The grammar has no rule '${name}'.`);
    return rule;
}

/** The rule for a whole file. */
export function entryRule(): Rule {
    return ruleNamed(PARSE_PROGRAM.entry);
}

function base(): StepBase {
    return { first: emptySet(TOKEN_TYPES.length), empty: false };
}

function stepOf(element: Element): Step {
    switch (element[0]) {
        case 'keyword':
        case 'terminal':
            return { ...base(), kind: 'token', type: tokenType(element[1]) };
        case 'rule':
            return { ...base(), kind: 'call', rule: ruleNamed(element[1]) };
        case 'assign':
            return assignOf(element);
        case 'sequence': {
            const parts = element.slice(1).map((part) => stepOf(part as Element));
            return { ...base(), kind: 'sequence', parts, after: parts.map(() => NOTHING) };
        }
        case 'alternatives':
            return {
                ...base(),
                kind: 'alternatives',
                parts: element.slice(1).map((part) => stepOf(part as Element)),
                choice: new Int16Array(TOKEN_TYPES.length).fill(-1),
                shared: [],
            };
        case '?':
        case '*':
        case '+':
            return { ...base(), kind: 'repeat', part: stepOf(element[1]), atLeastOnce: element[0] === '+', atMostOnce: element[0] === '?', unclear: null };
        case 'wrap':
            return { ...base(), kind: 'wrap', type: element[1], property: element[2], empty: true };
        case 'become':
            return { ...base(), kind: 'become', type: element[1], empty: true };
        case 'block':
            return blockOf(stepOf(element[1]), element[2], element[3]);
        case 'file':
            return blockOf(null, element[1], element[2]);
    }
}

function assignOf(element: Element): AssignStep {
    if (element[0] !== 'assign') throw new Error('The items of a block have to be assigned.');
    return { ...base(), kind: 'assign', property: element[1], operator: element[2], value: stepOf(element[3]) };
}

function blockOf(open: Step | null, item: Element, form: BlockForm): BlockStep {
    const separators = emptySet(TOKEN_TYPES.length);
    for (const name of form.separators) add(separators, tokenType(name).index);
    return { ...base(), kind: 'block', open, item: assignOf(item), required: form.required, separated: form.separated, separators };
}

for (const rule of PARSE_PROGRAM.rules) {
    // The body is made below, when all rules can be named.
    rules.set(rule.name, { name: rule.name, type: rule.kind === 'node' ? rule.type : null, kind: rule.kind, body: undefined as unknown as Step });
}
for (const rule of PARSE_PROGRAM.rules) ruleNamed(rule.name).body = stepOf(rule.body);
fillTables([...rules.values()]);
