// Fixes that take out a criterion, or a line of it: because it adds nothing, or because criteria contradict each other and nothing smaller helps.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import type { Focus } from '../focus.js';
import { REMOVED, withReplaced } from './changed-document.js';
import { isSame, written } from './drop-alternative.js';
import { CHANGES, type Proposal, type Workplace } from './proposal.js';
import { removeStatement, removeText } from './remove-text.js';

/** Nothing, where something else in the file names the criterion. */
export function dropCriterion(part: Part, why: string, changes: Proposal['changes'], { analysis, files }: Workplace): Proposal[] {
    const { document } = analysis;
    const { criterion } = part;
    const file = files.of(criterion.range);
    // What one reading says without effect another may say with one.
    const isReadOtherwise = changes === CHANGES.nobody && criterion.readings.length > 0;
    const isNamed =
        document.criteria.some((other) => other.replaces === criterion.id) ||
        document.patients.some(({ expect }) => expect.some(({ because }) => because.includes(criterion.id))) ||
        document.acceptances.some((each) => each.criterion === criterion.id) ||
        document.criteria.some((other) => other !== criterion && other.acceptances.some((each) => each.criterion === criterion.id));
    if (criterion.origin !== 'written' || criterion.range === undefined || file === undefined || isNamed || isReadOtherwise) return [];
    const criteria = document.criteria.filter((each) => each !== criterion);
    const edits = removeStatement(file, file.stretchOf(criterion.range));
    return [
        {
            title: `Drop ${criterion.id}: ${why}`,
            changes,
            document: { ...document, criteria },
            edits,
            ...(changes === CHANGES.nobody ? { widened: { part, rule: null } } : {}),
        },
    ];
}

/** Where criteria contradict each other and nothing smaller helps: what an exclusion contributes; an inclusion is given up only where there is no exclusion. */
export function giveUp(focuses: readonly Focus[], place: Workplace): Proposal[] {
    const written = focuses.filter(({ part }) => part.criterion.origin === 'written');
    const exclusions = written.filter(({ part }) => part.criterion.kind === 'exclude');
    return (exclusions.length > 0 ? exclusions : written).flatMap(({ part, rule }) => {
        const effect = part.criterion.kind === 'exclude' ? 're-admits patients whom it excludes' : 'gives up what it requires';
        const [line, more] = rule.kind === 'all' || rule.kind === 'any' ? rule.of : [rule];
        const dropped = line === undefined || more !== undefined ? [] : dropLine(part, line, effect, place);
        return dropped.length > 0 ? dropped : dropCriterion(part, effect, CHANGES.line, place);
    });
}

/** A line of a criterion that has others. The place in the text tells which, as what was shrunk is no longer the same object. */
export function dropLine({ rule, criterion }: Part, wanted: Condition, effect: string, { analysis, files }: Workplace): Proposal[] {
    if ((rule.kind !== 'all' && rule.kind !== 'any') || rule.of.length < 2 || criterion.origin !== 'written') return [];
    const lines = rule.of.filter(({ range }) => isSame(range, wanted.range));
    const [line] = lines;
    const file = files.of(line?.range);
    if (line?.range === undefined || file === undefined || lines.length !== 1) return [];
    return [
        {
            title: `Drop '${written(file, line.range, line)}' from ${criterion.id}: ${effect}`,
            changes: CHANGES.line,
            document: withReplaced(analysis.document, new Map([[line, REMOVED]])),
            edits: removeText(file, file.stretchOf(line.range)),
        },
    ];
}
