// Fixes that take out what has no effect: an item, an exception, a row, a line under a guard.
import type { Condition, TermSelection } from '@crit-lang/model/criteria/condition.js';
import { namedTerms } from '@crit-lang/model/criteria/named-terms.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Alternative } from '@crit-lang/analysis/subjects/alternatives.js';
import { type Part, polarityOf } from '@crit-lang/analysis/subjects/part.js';
import { termKey } from '@crit-lang/analysis/knowledge/meaning.js';
import type { TextEdit } from '../report.js';
import { shortWords } from '../words.js';
import { REMOVED, withReplaced } from './changed-document.js';
import { CHANGES, type Proposal, type Workplace } from './proposal.js';
import { removeText } from './remove-text.js';
import type { Stretch, WrittenFile } from './written-file.js';

/** What is more than an item of a list is named by what it is. */
const CALLED: Readonly<Partial<Record<Alternative['kind'], string>>> = { exception: 'the exception ', row: 'the row ', 'washout row': 'the row ' };

export function dropAlternative(part: Part, alternative: Alternative, effect: string, place: Workplace): Proposal[] {
    if (part.criterion.origin !== 'written') return [];
    const { list, condition } = alternative;
    const file = place.files.of(alternative.range);
    if (file === undefined) return [];
    const title = `Drop ${CALLED[alternative.kind] ?? ''}'${written(file, alternative.range, condition)}' from ${part.criterion.id}: ${effect}${wordingNames(condition, part) ? '; its wording still names it' : ''}`;
    // Without one of its alternatives an exclusion keeps out fewer, if any.
    const keepsOut = (alternative.kind === 'item' || alternative.kind === 'counted item') && alternative.polarity * polarityOf(part.criterion) === -1;
    const widened = keepsOut && alternative.without !== null ? { widened: { part, rule: alternative.without() } } : {};
    const proposal = (replacements: Map<object, unknown>, edits: readonly TextEdit[] | null): Proposal[] =>
        edits === null || edits.length === 0
            ? []
            : [
                  {
                      title,
                      changes: CHANGES.nobody,
                      document: withReplaced(place.analysis.document, replacements),
                      edits,
                      dropped: { part, alternative },
                      ...widened,
                  },
              ];
    switch (alternative.kind) {
        case 'item':
        case 'counted item': {
            const items: readonly object[] = 'of' in list && Array.isArray(list.of) ? list.of : 'items' in list ? list.items : [];
            const item = items[alternative.place];
            if (item === undefined || items.length < 2) return [];
            const ranges =
                'kind' in list && list.kind === 'count'
                    ? list.items.map((each) => each.condition.range)
                    : (items as readonly Condition[]).map(({ range }) => range);
            return proposal(new Map([[item, REMOVED]]), removalOf(file, alternative.range, ranges));
        }
        case 'exception':
            return dropException(
                list as TermSelection,
                alternative,
                part.criterion,
                (exceptions, edits) => proposal(new Map(exceptions.map((each) => [each, REMOVED])), edits),
                file,
            );
        case 'washout row': {
            if (!('kind' in list) || list.kind !== 'washout') return [];
            const row = list.rows[alternative.place];
            if (row === undefined) return [];
            const isAlone = list.rows.filter((each) => isSame(each.range, row.range)).length === 1;
            // 'any other X' further down leaves out the rows above it: of one that goes it no longer does.
            const gone = row.what.term;
            const later = list.rows.flatMap((each): [object, unknown][] =>
                each !== row && gone !== null && each.minus.some((minus) => termKey(minus) === termKey(gone))
                    ? [[each, { ...each, minus: each.minus.filter((minus) => termKey(minus) !== termKey(gone)) }]]
                    : [],
            );
            const range = isAlone ? row.range : row.what.range;
            return proposal(new Map([[row, REMOVED], ...later]), range === undefined ? null : removeText(file, file.stretchOf(range)));
        }
        case 'row':
            return dropRow(alternative, part.criterion.rule, proposal, file);
        case 'guard':
            return dropGuard(part, list as Condition, effect, place);
    }
}

/** Whether the criterion's original wording speaks of what the condition speaks of. */
function wordingNames(condition: Condition, { criterion, setting }: Part): boolean {
    const wording = criterion.wording.join(' ').toLowerCase();
    if (wording === '') return false;
    return [...namedTerms(condition)].some((id) => {
        const term = setting.knowledge.term(id);
        return [id, ...(term?.synonyms ?? [])].some((name) => name.length > 2 && wording.includes(name.toLowerCase()));
    });
}

const SHORT = 80;

/** The item as the file has it; in words where that is long. */
export function written(file: WrittenFile, range: SourceRange | undefined, condition: Condition): string {
    const text = range === undefined ? '' : file.textOf(file.stretchOf(range)).replace(/^(?:except|other than)\s+/u, '');
    return text === '' || text.length > SHORT || /[\r\n]/u.test(text) ? shortWords(condition) : text.replace(/^'([^']*)'$/u, '$1');
}

export function isSame(one: SourceRange | undefined, other: SourceRange | undefined): boolean {
    return JSON.stringify(one) === JSON.stringify(other);
}

/** Null where several items share one place in the text. */
function removalOf(file: WrittenFile, range: SourceRange | undefined, all: readonly (SourceRange | undefined)[]): TextEdit[] | null {
    if (range === undefined || all.filter((each) => isSame(each, range)).length !== 1) return null;
    return removeText(file, file.stretchOf(range));
}

function dropException(
    list: TermSelection,
    { place, range }: Alternative,
    within: object,
    propose: (exceptions: object[], edits: TextEdit[] | null) => Proposal[],
    file: WrittenFile,
): Proposal[] {
    const exception = list.except[place];
    if (exception?.range === undefined || range === undefined) return [];
    // What stands behind a list is excepted from each of its items; dead for one of them is not dead for all.
    if (objectsAt(within, exception.range, 'selection').length !== 1) return [];
    const stretch = file.stretchOf(exception.range);
    if (/^(?:except|other than)\s/u.test(file.codeOf(stretch))) return propose([exception], removeWithBlank(file, stretch));
    const only = /(?:except|other than)\s*\{\s*$/u.exec(file.code.slice(0, stretch.start));
    const close = /^\s*[,;]?\s*\}/u.exec(file.code.slice(stretch.end));
    if (only !== null && close !== null) return propose([exception], removeWithBlank(file, { start: only.index, end: stretch.end + close[0].length }));
    return propose([exception], removeText(file, stretch));
}

function removeWithBlank(file: WrittenFile, { start, end }: Stretch): TextEdit[] {
    const blanks = /\s*$/u.exec(file.code.slice(0, start));
    return [file.edit({ start: blanks?.index ?? start, end }, '')];
}

/** The parts of a criterion of one shape that were written at one place. */
function objectsAt(within: unknown, range: SourceRange, having: string, found: object[] = []): object[] {
    if (typeof within !== 'object' || within === null) return found;
    if ('range' in within && having in within && isSame(within.range as SourceRange, range) && !found.includes(within)) found.push(within);
    for (const [name, part] of Object.entries(within)) if (name !== 'range') objectsAt(part, range, having, found);
    return found;
}

// A table that stands behind a list of values is there once in the text and once for each value in the model.
function dropRow(
    { condition }: Alternative,
    rule: Condition,
    propose: (replacements: Map<object, unknown>, edits: TextEdit[] | null) => Proposal[],
    file: WrittenFile,
): Proposal[] {
    if (condition.range === undefined) return [];
    const rows = rowsWhen(rule, condition.range);
    const stretch = file.stretchOf(condition.range);
    const colon = file.code.indexOf(':', stretch.end);
    if (rows.length === 0 || colon < 0) return [];
    return propose(new Map(rows.map((row) => [row, REMOVED])), removeText(file, { start: stretch.start, end: endOfItem(file.code, colon + 1) }));
}

function rowsWhen(within: unknown, range: SourceRange, found: object[] = []): object[] {
    if (typeof within !== 'object' || within === null) return found;
    if ('when' in within && ('then' in within || 'limit' in within) && isSame((within.when as Condition | null)?.range, range) && !('form' in within))
        found.push(within);
    for (const [name, part] of Object.entries(within)) if (name !== 'range') rowsWhen(part, range, found);
    return found;
}

/** Where the item that goes on at an offset ends: before a separator or the closing brace of its list. */
function endOfItem(code: string, from: number): number {
    let depth = 0;
    for (let at = from; at < code.length; at++) {
        const character = code[at] ?? '';
        if (character === '{' || character === '(') depth++;
        if (depth === 0 && /[\r\n,;}]/u.test(character)) return at - (/\s*$/u.exec(code.slice(from, at))?.[0].length ?? 0);
        if (character === '}' || character === ')') depth--;
    }
    return code.length;
}

function dropGuard(part: Part, guard: Condition, effect: string, { analysis, files }: Workplace): Proposal[] {
    const file = files.of(guard.range);
    const { rule, criterion } = part;
    if (guard.kind !== 'guard' || guard.otherwise !== null || guard.range === undefined || file === undefined) return [];
    if ((rule.kind !== 'all' && rule.kind !== 'any') || rule.of.length < 2 || !rule.of.includes(guard)) return [];
    return [
        {
            title: `Drop "${guard.form} ${shortWords(guard.when)}" with its lines from ${criterion.id}: ${effect}`,
            changes: CHANGES.nobody,
            document: withReplaced(analysis.document, new Map([[guard, REMOVED]])),
            edits: removeText(file, file.stretchOf(guard.range)),
        },
    ];
}
