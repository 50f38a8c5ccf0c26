// Offers units after a number: those of the measure the line speaks of, of time in windows, and multiples of the limit of normal.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { CompletionContext, TypedStart } from '@crit-lang/language/syntax/completion/completion-context.js';
import { nameAfter } from '@crit-lang/language/syntax/completion/completion-context.js';
import type { ExpectedToken, GrammarPlace } from '@crit-lang/language/syntax/completion/grammar-walk.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import { commonUnitCodes } from '@crit-lang/model/units/common-units.js';
import { displayUnit } from '@crit-lang/model/units/display.js';
import { parseUnit } from '@crit-lang/model/units/parse.js';
import { suggestUnits } from '@crit-lang/model/units/suggest.js';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Candidate } from './candidate.js';
import { RANK } from './candidate.js';
import { around, tokenName } from './wanted-terms.js';

const TIMES: readonly string[] = ['days', 'weeks', 'months', 'years', 'hours', 'minutes', 'half-lives'];
const DOSES: readonly string[] = ['mg/day', 'mg', 'mg/week', 'mg/kg', 'mg/kg/day', 'µg/day', 'g/day'];

/** Units that can stand at a start, best first. */
export function unitCandidates(start: TypedStart, context: CompletionContext, compilation: Compilation): Candidate[] {
    const found = start.expected.flatMap((expected) => unitsFor(expected, context, compilation));
    // The measure's own unit, multiples of the limit of normal, and then what else there is.
    const own = found.find((unit) => !unit.startsWith('x '));
    const limits = found.filter((unit) => unit.startsWith('x '));
    return [...new Set([...(own === undefined ? [] : [own]), ...limits, ...found])]
        .filter((unit) => unit.toLowerCase().includes(start.typed.trim().toLowerCase()))
        .map((unit, order) => ({
            label: unit,
            description: 'unit',
            kind: CompletionItemKind.Unit,
            insert: unit,
            filter: unit,
            rank: RANK.fitting + order / 100,
            start: start.offset,
        }));
}

/** Where a unit may be written, the line often may end too; so a unit is only urged where the number before it needs one. */
export function isUnitNeeded(start: TypedStart, context: CompletionContext): boolean {
    return tokenName(context, start.token - 1) === 'NUMBER' && start.expected.some(({ token }) => token === 'UNIT');
}

function unitsFor({ token, place }: ExpectedToken, context: CompletionContext, compilation: Compilation): readonly string[] {
    if (token === 'TIMES') return limitsOf(measureOf(place, context, compilation));
    if (token !== 'UNIT') return [];
    if (place.rule === 'TermUnits') return commonUnitCodes().map((code) => displayUnit(code));
    if (place.rule === 'SimpleDuration') return TIMES;
    if (around(place, 'AgeProperty') !== null) return ['years', 'months'];
    const selection = around(place, 'Clinical');
    if (selection !== null && tokenName(context, selection.from) === 'dose of') return DOSES;
    return unitsOf(measureOf(place, context, compilation));
}

function measureOf(place: GrammarPlace, context: CompletionContext, compilation: Compilation): Term | null {
    for (let line = around(place, 'Clinical'); line !== null; line = around(line.outer, 'Clinical')) {
        const name = nameAfter(context, line.from);
        const term = name === null ? undefined : compilation.scope.terms.find(name)[0]?.term;
        if (term !== undefined) return term;
    }
    return null;
}

function unitsOf(term: Term | null): string[] {
    if (term?.unit === undefined || term.unit === null) return [];
    const own = [term.unit, ...(term.usualUnits ?? [])];
    const parsed = own.flatMap((unit) => {
        const reading = parseUnit(unit);
        return reading.ok ? [reading.unit] : [];
    });
    return [...new Set([...own, ...suggestUnits('', parsed)])];
}

function limitsOf(term: Term | null): string[] {
    return (term?.limits ?? []).map((limit) => `x ${limit}`);
}
