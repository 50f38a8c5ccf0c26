// States grades: one position on the scale for each line of grades at a point in time.
import type { Component } from '@crit-lang/analysis/components/component.js';
import { lastPointOf } from '@crit-lang/analysis/time/spans.js';
import type { Condition, GradeComparison } from '@crit-lang/model/criteria/condition.js';
import type { PinnedModel } from './pinned-model.js';
import { windowAtPoint, windowOfSpan } from './windows.js';

/** What is not there has no grade, and none is stated. */
export function gradeFacts({ space }: Component, pinned: PinnedModel, defaultAnchor: string): Condition[] {
    const facts: Condition[] = [];
    for (const { id, query, term, role } of space.grades.lines.values()) {
        const interval = pinned.intervalOf(id);
        const number = space.numbers.get(id);
        if (role !== 'value' || interval === undefined || number === undefined) continue;
        const value = number.domain.valueIn(interval);
        if (!pinned.fix(id, value)) continue;
        const index = Number(value.floor());
        const name = space.knowledge.term(query.scale)?.values?.[index];
        const point = lastPointOf(query.span);
        const window = point === null ? windowOfSpan(query.span, defaultAnchor) : windowAtPoint(point, defaultAnchor);
        if (name === undefined || window === null) continue;
        const of = term === null ? null : { term, index: false, any: false, except: [] };
        const fact: GradeComparison = {
            kind: 'grade',
            scale: query.scale,
            component: query.component,
            of,
            operator: '=',
            value: name,
            index,
            window,
            pick: null,
        };
        facts.push(fact);
    }
    return facts;
}
