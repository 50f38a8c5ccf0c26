// The points that one criterion becomes: a point a line, the author's own wording, or each reading where the scope can be read in several ways.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion, Reading } from '@crit-lang/model/criteria/document.js';
import { sentence, type Block } from './clause.js';
import { flattened, partBlock } from './groups.js';
import { guardBlocks } from './guard.js';
import { cleanText } from '../phrase/clean-text.js';
import { enumerate, join, plainText, words, type Inline } from './inline.js';
import { termName } from './names.js';
import { topicOf, type Place, type Topic } from './topic.js';
import { partlyJoined } from './joined-clauses.js';
import { withRanges, type ConditionPart } from './ranges.js';
import { namedTerms } from '@crit-lang/model/criteria/named-terms.js';
import type { Wording } from './wording.js';

/** A point with the heading it belongs under. */
export interface TopicBlock {
    topic: Topic;
    block: Block;
}

/** All points of a criterion, at least one. */
export function criterionBlocks(criterion: Criterion, wording: Wording, place: Place): TopicBlock[] {
    const topic = topicOf(criterion.rule, wording.glossary, place);
    const own = criterion.plain.map(cleanText).filter((text) => text !== '');
    if (own.length > 0) return own.map((text) => ({ topic, block: sentence(words(text.replace(/[.\s]+$/u, ''))) }));
    if (criterion.readings.length > 1) return [{ topic, block: readingsBlock(criterion.readings, wording) }];
    const lines = joinedLines(criterion.kind, lineBlocks(criterion, wording, place));
    const ours = replacingNote(criterion, wording);
    if (lines.length === 0) return [{ topic, block: { ...sentence(words('the source does not state this point, so ask the study team')), extra: ours } }];
    return lines.map((line, i) => (i === lines.length - 1 ? { ...line, block: { ...line.block, extra: [...line.block.extra, ...ours] } } : line));
}

/** Lines that say the same of different things become one point with a list; reasons for exclusion sooner than what must all be so. */
function joinedLines(kind: Criterion['kind'], lines: readonly TopicBlock[]): TopicBlock[] {
    const topics = [...new Set(lines.map(({ topic }) => topic))];
    const [quantifier, least] = kind === 'exclude' ? [{ kind: 'any' as const }, 2] : [{ kind: 'all' as const }, 3];
    return topics.flatMap((topic) => {
        const blocks = lines.filter((line) => line.topic === topic).map(({ block }) => block);
        return partlyJoined(quantifier, blocks, least, { atTop: kind === 'exclude', inLine: false }).map((block) => ({ topic, block }));
    });
}

/** An inclusion is met when all its lines hold, an exclusion when any does: so each line is a point of its own. */
function lineBlocks(criterion: Criterion, wording: Wording, place: Place): TopicBlock[] {
    const { rule } = criterion;
    const split = criterion.kind === 'include' ? 'all' : 'any';
    const lines: readonly Condition[] = (rule.kind === split ? flattened(split, rule.of) : [rule]).flatMap((line) => reasonsOf(line, criterion.kind));
    const parts: readonly ConditionPart[] = split === 'all' ? withRanges(lines) : lines.map((line) => [line] as const);
    return parts.flatMap((part) => {
        const [line] = part;
        const topic = topicOf(line, wording.glossary, place);
        const blocks = line.kind === 'guard' ? guardBlocks(line, wording, false) : [partBlock(part, wording)];
        const replaced = replacedNotes(criterion, line, wording);
        return blocks.map((block) => ({ topic, block: replaced.length === 0 ? block : { ...block, extra: [...block.extra, ...replaced] } }));
    });
}

// 'unless … { a; b }': each of the lines is a reason of its own, with the exemption.
function reasonsOf(line: Condition, kind: Criterion['kind']): Condition[] {
    if (kind !== 'exclude' || line.kind !== 'guard' || line.form !== 'unless' || line.otherwise !== null || line.then.kind !== 'any') return [line];
    return flattened('any', line.then.of).map((then) => ({ ...line, then }));
}

function readingsBlock(readings: readonly Reading[], wording: Wording): Block {
    const items = readings.map((reading, i) => {
        const block = wording.render(reading.rule, { ...wording, topLevel: false }, false);
        const lead = words(`${ordinal(i)} way${forWhom(reading, wording)}: `);
        return block.clause === null
            ? { ...block, lead: join(lead, block.lead), joins: null }
            : { ...block, clause: { ...block.clause, before: join(lead, block.clause.before) } };
    });
    return {
        ...sentence(words('the study rules can be read in more than one way here'), items),
        between: [sentence(words('ask the study team which one they use'))],
    };
}

function ordinal(position: number): string {
    return ['one', 'another', 'a third'][position] ?? 'a further';
}

function cohortNames(ids: readonly string[], wording: Wording): string {
    const names = ids.map((id) => {
        const cohort = wording.glossary.document.cohorts.find((candidate) => candidate.id === id);
        const term = cohort?.index?.term ?? null;
        return term === null ? words(cleanText(cohort?.title ?? id)) : termName(term, wording);
    });
    return plainText(enumerate(names, 'or'));
}

function forWhom(reading: Reading, wording: Wording): string {
    return reading.cohorts === null ? '' : ` (for people with ${cohortNames(reading.cohorts, wording)})`;
}

/** A criterion that stands in place of another one says so. */
function replacingNote(criterion: Criterion, wording: Wording): Block[] {
    if (criterion.replaces === null) return [];
    return [sentence(join('for ', listOf([...namedTerms(criterion.rule)], wording), ', this point counts in place of the general one'))];
}

/** A line that another criterion replaces for the terms it names says so. */
function replacedNotes(criterion: Criterion, line: Condition, wording: Wording): Block[] {
    const here = [...namedTerms(line)];
    return (wording.glossary.replacedBy.get(criterion.id) ?? []).flatMap((other) => {
        const terms = [...namedTerms(other.rule)].filter((term) => here.some((mine) => wording.glossary.isA(term, mine) || wording.glossary.isA(mine, term)));
        if (terms.length === 0) return [];
        const whom = other.cohorts === null ? '' : ` if you have ${cohortNames(other.cohorts, wording)}`;
        return [sentence(join('for ', listOf(terms, wording), `, another point on this page counts instead${whom}`))];
    });
}

function listOf(terms: readonly string[], wording: Wording): Inline[] {
    return terms.length === 0
        ? words('what it names')
        : enumerate(
              terms.map((term) => termName(term, wording)),
              'and',
          );
}
