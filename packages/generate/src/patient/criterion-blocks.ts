// The points that one criterion becomes: a point a line, the author's own wording, or each reading where the scope can be read in several ways.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion, Reading } from '@crit-lang/model/criteria/document.js';
import { sentence, type Block } from './clause.js';
import { flattened, rangeBlocks } from './groups.js';
import { guardBlocks } from './guard.js';
import { cleanText, enumerate, join, words, type Inline } from './inline.js';
import { termName } from './names.js';
import { topicOf, type Place, type Topic } from './topic.js';
import { withRanges } from './ranges.js';
import { namedTerms } from './named-terms.js';
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
    const lines = lineBlocks(criterion, wording, place);
    const replaced = replacement(criterion, wording);
    if (lines.length === 0) return [{ topic, block: { ...sentence(words('the source does not state this point, so ask the study team')), extra: replaced } }];
    return lines.map((line, i) => (i === lines.length - 1 ? { ...line, block: { ...line.block, extra: [...line.block.extra, ...replaced] } } : line));
}

/** An inclusion is met when all its lines hold, an exclusion when any does: so each line is a point of its own. */
function lineBlocks(criterion: Criterion, wording: Wording, place: Place): TopicBlock[] {
    const { rule } = criterion;
    const split = criterion.kind === 'include' ? 'all' : 'any';
    const lines: readonly Condition[] = rule.kind === split ? flattened(split, rule.of) : [rule];
    const parts: readonly (readonly Condition[])[] = split === 'all' ? withRanges(lines) : lines.map((line) => [line]);
    return parts.flatMap((part) => {
        const [line] = part;
        if (line === undefined) return [];
        const topic = topicOf(line, wording.glossary, place);
        const blocks = line.kind === 'guard' ? guardBlocks(line, wording, false) : part.length === 2 ? rangeBlocks(part, wording) : [wording.render(line, wording, false)];
        return blocks.map((block) => ({ topic, block }));
    });
}

function readingsBlock(readings: readonly Reading[], wording: Wording): Block {
    const items = readings.map((reading, i) => {
        const block = wording.render(reading.rule, { ...wording, topLevel: false }, false);
        const lead = words(`${ordinal(i)} way${forWhom(reading, wording)}: `);
        return block.clause === null ? { ...block, lead: join(lead, block.lead), joins: null } : { ...block, clause: { ...block.clause, before: join(lead, block.clause.before) } };
    });
    return sentence(words('the study rules can be read in more than one way here, so ask the study team which one they use'), items);
}

function ordinal(position: number): string {
    return ['one', 'another', 'a third'][position] ?? 'a further';
}

function forWhom(reading: Reading, wording: Wording): string {
    if (reading.cohorts === null) return '';
    const names = reading.cohorts.map((id) => {
        const cohort = wording.glossary.document.cohorts.find((candidate) => candidate.id === id);
        const term = cohort?.index?.term ?? null;
        return term === null ? words(cleanText(cohort?.title ?? id)) : termName(term, wording);
    });
    return ` (for people with ${enumerate(names, 'or').map((part) => part.text).join('')})`;
}

/** A criterion that stands in place of another one says so, and so does the other one. */
function replacement(criterion: Criterion, wording: Wording): Block[] {
    const all = wording.glossary.document.criteria;
    const ours = criterion.replaces === null ? [] : [sentence(join('for ', listOf(criterion, wording), ', this point counts in place of the general one'))];
    const replacing = all.filter((other) => other.replaces === criterion.id);
    return [...ours, ...replacing.map((other) => sentence(join('for ', listOf(other, wording), ', another point on this page counts instead')))];
}

function listOf(criterion: Criterion, wording: Wording): Inline[] {
    const names = namedTerms(criterion.rule).map((term) => termName(term, wording));
    return names.length === 0 ? words('this') : enumerate(names, 'and');
}
