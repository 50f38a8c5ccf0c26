// Which sentences of the text stand for which criterion: nothing of the protocol is left out unseen.
import { spanText } from './inline.js';
import { pointSentences } from './finished-text.js';
import type { PatientDocument, Point } from './patient-document.js';

/** The sentences of a point and of all below it, in reading order. */
function pointLines(point: Point): string[] {
    return [
        ...pointSentences(point).map(spanText),
        ...(point.table === null ? [] : point.table.rows.map(([name, value]) => `${spanText(name)}: ${spanText(value)}`)),
        ...point.items.flatMap(pointLines),
        ...point.after.flatMap(pointLines),
    ];
}

/** For each criterion its sentences in the order of the text; a criterion without any has an empty list. */
export function accountFor(document: PatientDocument): Map<string, string[]> {
    const account = new Map<string, string[]>(document.criteria.map((id) => [id, []]));
    for (const section of document.sections) {
        for (const { criteria, point } of section.sides.flatMap((side) => side.groups).flatMap((group) => group.points)) {
            for (const criterion of criteria) account.get(criterion)?.push(...pointLines(point));
        }
    }
    return account;
}
