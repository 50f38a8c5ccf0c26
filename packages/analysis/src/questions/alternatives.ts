// alternative-unreachable, alternative-never-decisive: can an admissible patient take this alternative, and is anyone admitted or excluded by it?
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Position, SourceRange } from '@crit-lang/model/criteria/source.js';
import { compileRule } from '../compile/criterion.js';
import type { DocumentAnalysis, World } from '../document-analysis.js';
import { type Formula, not } from '../encode/formulas.js';
import type { Alternative } from '../subjects/alternatives.js';
import { polarityOf } from '../subjects/part.js';
import { type Application, inRepaired } from './applications.js';
import { criterionRedundant } from './criterion-redundant.js';
import type { AlternativeNeverDecisive, AlternativeUnreachable } from './finding.js';
import { OpenCriteria } from './neighbourhoods.js';
import { neverOrAlwaysMet } from './never-or-always-met.js';
import { type FoundAlternatives, remembered } from './remembered-alternatives.js';
import { isReplaced } from './replaced-alternative.js';
import { Reasons } from './reasons.js';

export function alternatives(analysis: DocumentAnalysis, world: World): (AlternativeUnreachable | AlternativeNeverDecisive)[] {
    const redundant = new Set(criterionRedundant(analysis, world).map(({ part }) => part.criterion.id));
    const meaningless = new Set(neverOrAlwaysMet(analysis, world).map(({ part }) => part.criterion.id));
    const open = new OpenCriteria('alternatives', analysis, world);
    const found = open.all.flatMap(({ id, applications: all }) => {
        const applications = inRepaired(all);
        const [first, ...others] = applications;
        // A redundant exclusion excludes nobody by any of its alternatives; that is said once, of the whole.
        const isSaid = meaningless.has(id) || (redundant.has(id) && first?.part.criterion.kind === 'exclude');
        if (first === undefined || first.part.criterion.origin !== 'written' || isSaid) return [];
        return remembered(analysis, [first, ...others], redundant.has(id), (ofRule) => {
            const search = new CriterionAlternatives(analysis, applications, redundant.has(id));
            return { found: search.find(ofRule), isDecided: search.isDecided };
        }).map((found): AlternativeUnreachable | AlternativeNeverDecisive => ({
            ...found,
            reading: world.reading,
            cohorts: applications.map(({ answer }) => answer.scenario.cohort.id),
            part: first.part,
        }));
    });
    open.close(found.map(({ part }) => part));
    return found;
}

/** Asked of those who pass the repaired cohort. */
interface Asked {
    readonly formula: Formula;
    /** Whether the criterion itself is left aside. */
    readonly isWithout: boolean;
}

class CriterionAlternatives {
    /** Whether no question was left open by the budget of steps. */
    isDecided = true;
    private readonly found: FoundAlternatives[] = [];
    private readonly first: Application;

    constructor(
        private readonly analysis: DocumentAnalysis,
        private readonly applications: readonly Application[],
        private readonly isRedundant: boolean,
    ) {
        this.first = applications[0] as Application;
    }

    find(ofRule: readonly Alternative[]): readonly FoundAlternatives[] {
        const lists = new Map<Alternative['list'], Alternative[]>();
        for (const alternative of ofRule) lists.set(alternative.list, [...(lists.get(alternative.list) ?? []), alternative]);
        for (const list of lists.values()) this.inList(list);
        return this.found;
    }

    private inList(list: readonly Alternative[]): void {
        const [one] = list;
        if (one === undefined || this.isInsideFound(one)) return;
        if (this.doesActAsAnd(list)) return;
        const reachable = list.filter((alternative) => !this.isUnreachable(alternative));
        if (this.isRedundant || one.keeping === null) return;
        // Each is tried without those found before, so that all that are named can be dropped together; the first of equals stays.
        let kept = list.map(({ place }) => place);
        let wide = one.keeping(kept);
        for (const alternative of [...reachable].reverse()) {
            const without = kept.filter((place) => place !== alternative.place);
            // A list needs an item; a class needs no exception.
            if (without.length === 0 && alternative.kind !== 'exception') break;
            const narrow = one.keeping(without);
            const because = this.because([alternative], (application) => this.differing(wide, narrow, application));
            if (because === null) continue;
            [kept, wide] = [without, narrow];
            this.add({ name: 'alternative-never-decisive', alternatives: [alternative], actsAsAnd: false, ...because });
        }
    }

    /**
     * Null where in some cohort there is a patient of whom the formula holds, or it was not decided. Asked where no other criterion stands in place of any of
     * the alternatives: that one does is what the protocol says, and no defect of them.
     */
    private because(alternatives: readonly Alternative[], formulaIn: (application: Application) => Asked): Reasons['all'] {
        const { components } = this.analysis;
        const reasons = new Reasons();
        for (const application of this.applications) {
            if (alternatives.some((each) => isReplaced(each, application.part))) continue;
            const asked = formulaIn(application);
            const { component } = components.placeOf(application.part);
            const answer = components.ask(component, application.answer.repaired, [asked.formula], asked.isWithout ? application.part : undefined);
            if (answer === 'undecided') this.isDecided = false;
            if (answer !== 'unsat') return null;
            reasons.add(components.reason(component, application.answer.repaired, [asked.formula], asked.isWithout ? application.part : undefined));
        }
        return reasons.all;
    }

    private isUnreachable(alternative: Alternative): boolean {
        if (alternative.kind === 'row' && alternative.condition.kind === 'not') return false;
        const because = this.because([alternative], (application) => {
            const keepsOut = this.signOf(alternative) === -1;
            return { isWithout: keepsOut, formula: this.holds(alternative.condition, application) };
        });
        if (because === null) return false;
        this.add({ name: 'alternative-unreachable', alternative, ...because });
        return true;
    }

    /** What stands inside an alternative that was found needs no word of its own. */
    private isInsideFound({ range }: Alternative): boolean {
        const outer = this.found.flatMap((found) => (found.name === 'alternative-unreachable' ? [found.alternative] : found.alternatives));
        return range !== undefined && outer.some((each) => each.range !== undefined && contains(each.range, range));
    }

    private doesActAsAnd(list: readonly Alternative[]): boolean {
        const [one] = list;
        if (one === undefined || one.asAll === null || list.length < 2 || this.signOf(one) !== 1) return false;
        const rule = one.asAll();
        const because = this.because(list, (application) => {
            const { component, member } = this.analysis.components.placeOf(application.part);
            const [any, all] = [component.component.formulaOf(member), component.component.formulaWith(member, rule)];
            return { isWithout: false, formula: component.component.space.formulas.and([any, not(all)]) };
        });
        if (because === null) return false;
        this.add({ name: 'alternative-never-decisive', alternatives: list, actsAsAnd: true, ...because });
        return true;
    }

    /** Who passes with one rule and not with the other, among those who pass all other criteria. */
    private differing(one: Condition, other: Condition, application: Application): Asked {
        const { component, member } = this.analysis.components.placeOf(application.part);
        const { formulas } = component.component.space;
        const [first, second] = [one, other].map((rule) => component.component.formulaWith(member, rule)) as [Formula, Formula];
        return { isWithout: true, formula: not(formulas.equivalent(first, second)) };
    }

    private holds(condition: Condition, { part }: Application): Formula {
        const { component } = this.analysis.components.placeOf(part);
        const { setting, replaced, criterion } = part;
        return compileRule(condition, setting, component.component.space, polarityOf(criterion), replaced, () => undefined).met;
    }

    private signOf({ polarity }: Alternative): number {
        return polarity * polarityOf(this.first.part.criterion);
    }

    private add(found: FoundAlternatives): void {
        this.found.push(found);
    }
}

function contains(outer: SourceRange, inner: SourceRange): boolean {
    const isFirst = (one: Position, other: Position): boolean => one.line < other.line || (one.line === other.line && one.character <= other.character);
    return outer.file === inner.file && isFirst(outer.start, inner.start) && isFirst(inner.end, outer.end);
}
