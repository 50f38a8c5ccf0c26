// duplicate-item: the same thing twice in a list makes the list look longer than it is.
import type { Condition, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { Part } from '../syntax/parts.js';
import { partOf, rangeOfPart, shortened } from '../syntax/parts.js';
import { removalOfItem } from '../syntax/removal.js';
import type { SourceText } from '../syntax/source-text.js';
import type { ModelCheck, ModelCheckInput } from './model-checks.js';
import { sameMeaningKey } from './same-meaning-key.js';

interface Item {
    /** Differs where the items differ at first sight. */
    quick: string;
    /** Equal where they say the same; asked for only where the quick keys are equal. */
    key: () => string;
    range: SourceRange | undefined;
}

export const duplicateItem: ModelCheck = {
    name: 'duplicate-item',
    run(input) {
        const { document } = input;
        const look = (rule: Condition, criterion: string | null): void =>
            walkCondition(rule, {
                condition: (condition) => reportTwice(input, itemsOf(condition), criterion, condition.kind === 'washout' ? 'this table' : 'this list'),
                selection: (selection) =>
                    reportTwice(
                        input,
                        selection.except.map((exception) => ({
                            quick: exception.selection.term ?? '',
                            key: () => exceptionKey(exception),
                            range: exception.range,
                        })),
                        criterion,
                        'the exceptions',
                    ),
            });
        for (const criterion of document.criteria) {
            if (criterion.origin !== 'written') continue;
            const rules = criterion.readings.length > 0 ? criterion.readings.map((reading) => reading.rule) : [criterion.rule];
            for (const rule of rules) look(rule, criterion.id);
        }
        for (const definition of document.definitions) look(definition.rule, null);
        reportTimeline(input);
    },
};

function itemsOf(condition: Condition): Item[] {
    switch (condition.kind) {
        case 'all':
        case 'any':
            return condition.of.map((item) => ({ quick: quickKey(item), key: () => sameMeaningKey(item), range: item.range }));
        case 'count':
            return condition.items.map(({ counts, condition: item }) => ({
                quick: quickKey(item),
                key: () => `${counts} ${sameMeaningKey(item)}`,
                range: item.range,
            }));
        case 'washout':
            return condition.rows.map((row) => ({
                quick: row.what.term ?? '',
                key: () => `${sameMeaningKey(row.what)} ${row.minus.length === 0 ? '' : 'other'}`,
                range: row.range,
            }));
        default:
            return [];
    }
}

function quickKey(condition: Condition): string {
    switch (condition.kind) {
        case 'vague':
            return `vague ${quickKey(condition.condition)}`;
        case 'presence':
            return `presence ${condition.what.term ?? ''}`;
        case 'response':
            return `response ${condition.to.term ?? ''}`;
        case 'result':
            return `result ${condition.test.term ?? ''}`;
        case 'compare':
            return condition.left.kind === 'measure' ? `compare ${condition.left.term}` : 'compare';
        case 'fact':
            return `fact ${condition.term}`;
        case 'grade':
            return `grade ${condition.scale} ${condition.component ?? ''} ${condition.value}`;
        case 'statement':
            return `statement ${condition.text}`;
        default:
            return condition.kind;
    }
}

function exceptionKey(exception: TermSelection['except'][number]): string {
    return JSON.stringify([sameMeaningKey(exception.selection), exception.refinements.length, exception.provided === null]);
}

function reportTwice({ files, report }: ModelCheckInput, items: readonly Item[], criterion: string | null, list: string): void {
    if (new Set(items.map(({ quick }) => quick)).size === items.length) return;
    const seen = new Map<string, SourceRange>();
    for (const { key: keyOf, quick, range } of items) {
        if (range === undefined || items.every((other) => other.quick !== quick || other.range === range)) continue;
        const key = keyOf();
        const earlier = seen.get(key);
        if (earlier === undefined) {
            seen.set(key, range);
            continue;
        }
        const source = files[range.file]?.source.asFile(range.file);
        // Parts that a line was taken apart into share its place; they were not written twice.
        if (source === undefined || (earlier.start.line === range.start.line && earlier.start.character === range.start.character)) continue;
        const [text, other] = [source.textOf(range), files[earlier.file]?.source.textOf(earlier) ?? ''].map((shown) => shortened(shown.replace(/\s+/g, ' ')));
        // Two rows with two times: which is meant only the author knows, so either can be kept.
        const isEither = list === 'this table' && text !== other;
        const twice = isEither
            ? `'${text ?? ''}' and '${other ?? ''}' are two rows for the same, with two different times: two sites can apply two washouts. Keep the one that is meant.`
            : `${text === other ? `'${text ?? ''}' stands twice in ${list}` : `'${text ?? ''}' is the same as '${other ?? ''}', so it stands twice in ${list}`}: the second adds nothing, and something else may have been meant. Remove it, or write what was meant.`;
        report({
            message: twice,
            range,
            related: [{ range: earlier, message: 'Here it stands first' }],
            fixes: isEither
                ? [
                      { title: `Keep '${other ?? ''}'`, edits: removalOfItem(source, stretch(source, range)) },
                      { title: `Keep '${text ?? ''}'`, edits: removalOfItem(source, stretch(source, earlier)) },
                  ]
                : [{ title: `Remove the second '${text ?? ''}'`, edits: removalOfItem(source, stretch(source, range)) }],
            ...(criterion === null ? {} : { criteria: [criterion] }),
        });
    }
}

function stretch(source: SourceText, { start, end }: SourceRange): Part {
    return { offset: source.offsetAt(start), end: source.offsetAt(end) };
}

function reportTimeline({ files, report }: ModelCheckInput): void {
    files.forEach((file, index) => {
        for (const property of file.symbols.protocols.flatMap((protocol) => protocol.properties)) {
            if (property.$type !== 'TimelineProperty') continue;
            property.anchors.forEach((anchor, position) => {
                if (property.anchors.findIndex((other) => nameKey(other) === nameKey(anchor)) === position) return;
                const source = file.source.asFile(index);
                const range = rangeOfPart(source, property, partOf(property, 'anchors', position));
                report({
                    message: `'${anchor}' stands twice in the timeline, so it is not clear which of the two visits is meant. Remove it, or give the second one a name of its own.`,
                    range,
                    fixes: [{ title: `Remove the second '${anchor}'`, edits: removalOfItem(source, stretch(source, range)) }],
                });
            });
        }
    });
}
