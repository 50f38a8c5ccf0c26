// Of the patients who pass some parts one that is easy to write down: little the matter with them, usual values, nothing at times that nobody can name.
import type { Component, Member } from '@crit-lang/analysis/components/component.js';
import type { PlacedComponent } from '@crit-lang/analysis/components/component-set.js';
import type { Model } from '@crit-lang/analysis/components/model.js';
import type { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import { type Formula, not } from '@crit-lang/analysis/encode/formulas.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import { usualValues } from './value-candidates.js';

/** A model for each component, as `DocumentAnalysis.models`; null where nobody passes the parts, or it was not decided. */
export function chooseModels(
    analysis: DocumentAnalysis,
    parts: readonly Part[],
    extra: ReadonlyMap<PlacedComponent, readonly Formula[]> = new Map(),
): Model[] | null {
    const models: Model[] = [];
    for (const placed of analysis.components.components) {
        const model = chooseModel(placed.component, analysis.components.membersIn(placed, parts), extra.get(placed) ?? []);
        if (model === null) return null;
        models.push(model);
    }
    return models;
}

function chooseModel(component: Component, members: readonly Member[], extra: readonly Formula[]): Model | null {
    if (component.ask(members, extra) !== 'sat') return null;
    let model = component.model();
    const granted: Formula[] = [...extra];
    const wish = (formulas: readonly Formula[]): boolean => {
        if (component.ask(members, [...granted, ...formulas]) !== 'sat') return false;
        granted.push(...formulas);
        model = component.model();
        return true;
    };
    // All at once if that can be, else one by one.
    const wishAll = (formulas: readonly Formula[]): void => {
        if (formulas.length === 0 || wish(formulas)) return;
        for (const formula of formulas) {
            if (model.isTrue(formula) === true) granted.push(formula);
            else wish([formula]);
        }
    };
    wishAll(unnameable(component).map(not));
    wishAll(usual(component));
    wishAll(smallChanges(component));
    wishAll(lowestGrades(component));
    wishAll([...component.space.freeFacts].flatMap(([key, formula]) => (key.startsWith('member ') ? [not(formula)] : [])));
    // What is not there stays away while one thing after the other is taken off.
    const occurring = present(component);
    for (const formula of occurring) {
        if (model.isTrue(formula) !== true) continue;
        const absent = occurring.filter((each) => model.isTrue(each) === false).map(not);
        if (component.ask(members, [...granted, ...absent, not(formula)]) === 'sat') model = component.model();
    }
    return model;
}

// Occurrences at times that depend on the calendar, or for which no window can be written.
function unnameable({ space }: Component): Formula[] {
    return [...space.occurrences.all()].flatMap(({ leaf, cell, formula }) => {
        const found = space.occurrences.cellsOf(leaf).cells[cell];
        return found === undefined || found.example === null || found.thin !== null ? [formula] : [];
    });
}

function usual({ space }: Component): Formula[] {
    return [...space.values.lines.values()].flatMap((line) => {
        const { reference, plausible } = usualValues(line, (id) => space.knowledge.term(id));
        return [plausible, reference].flatMap((range) =>
            range === null ? [] : [space.numbers.compare(line.id, '>=', range.low), space.numbers.compare(line.id, '<=', range.high)],
        );
    });
}

// A change of several values has to fit the values themselves, which the solver does not know: the smaller, the likelier.
function smallChanges({ space }: Component): Formula[] {
    return [...space.changed.keys()].flatMap((id) => (space.numbers.get(id)?.cuts ?? []).map(({ cut, isLeft }) => (cut.at.sign > 0 ? isLeft : not(isLeft))));
}

function lowestGrades({ space }: Component): Formula[] {
    return [...space.grades.lines.values()].flatMap(({ id, role }) => {
        const lowest = space.numbers.get(id)?.domain.lowest;
        return role !== 'value' || lowest === undefined || lowest === null ? [] : [space.numbers.compare(id, '<=', lowest.at)];
    });
}

// What happened first, then what is there: a condition that is needed is best there now.
function present({ space }: Component): Formula[] {
    const all = [...space.occurrences.all()];
    const rank = ({ track, leaf, cell }: (typeof all)[number]): number => {
        const isMoment = space.occurrences.cellsOf(leaf).cells[cell]?.isMoment === true;
        return (track === 'present' ? 2 : 0) + (isMoment ? 1 : 0);
    };
    return all.sort((one, other) => rank(one) - rank(other)).map(({ formula }) => formula);
}
