// How many of a list hold, and on how many occasions something was seen.
import type { Condition, Count, Repeated } from '@crit-lang/model/criteria/condition.js';
import type { Grid } from '../clock.js';
import { and, bounded, not, oneIf, or, type Smt, sum } from '../smt.js';
import { ABSENT, choose, decided, type Verdict } from '../verdict.js';
import { askedBy } from './occurring.js';
import type { Patient } from './patient.js';
import { plain, said } from './same-text.js';
import type { Scope } from './scope.js';
import { mayBe } from './selections.js';

export function counted(condition: Count, scope: Scope, patient: Patient): Verdict {
    const parts = condition.items.map((item) => patient.verdict(item.condition, scope));
    const absent = and(parts.map((part) => part.absent));
    const asMembers = new Map<string, { ways: Smt[]; text: string[] }>();
    const single: Smt[] = [];
    const members = condition.items.map((item) => membersOf(item.condition, scope, patient));
    const inClasses = new Set(
        condition.items.flatMap(({ counts }, index) => (counts === 'members' ? (members[index]?.kinds ?? []).map(({ kind }) => kind) : [])),
    );
    condition.items.forEach(({ counts }, index) => {
        const found = members[index];
        const isMember =
            found !== null && found !== undefined && (counts === 'members' || (found.kinds.length === 1 && inClasses.has(found.kinds[0]?.kind ?? '')));
        if (!isMember) single.push(and([parts[index]?.met ?? 'false', not(parts[index]?.absent ?? 'false')]));
        else
            for (const { kind, occurs } of found.kinds) {
                const known = asMembers.get(kind) ?? { ways: [], text: [] };
                asMembers.set(kind, { ways: [...known.ways, occurs], text: [...known.text, found.text] });
            }
    });
    const numbers = [
        ...single.map(oneIf),
        ...[...asMembers].map(([kind, { ways, text }]) => {
            const occurs = or(ways);
            if (patient.hierarchy.isSingle(kind)) return oneIf(occurs);
            // Of no named kind there may be any number.
            const number = patient.script.variable(`number of ${kind} ${[...new Set(text)].sort().join()}`, 'Int', (name) =>
                patient.script.assert(`(>= ${name} 0)`),
            );
            if (patient.grid !== null) patient.script.assert(`(= (>= ${number} 1) ${occurs})`);
            return number;
        }),
    ];
    const isReached = bounded(sum(numbers), condition.bound);
    const together = condition.together ? patient.free(`together ${said(condition)} ${said(scope.index)}`) : 'true';
    return choose(absent, ABSENT, decided(and([isReached, together])));
}

function membersOf(condition: Condition, scope: Scope, patient: Patient): { kinds: { kind: string; occurs: Smt }[]; text: string } | null {
    if (condition.kind === 'vague') return membersOf(condition.condition, { ...scope, qualifiers: [...scope.qualifiers, plain(condition.qualifier)] }, patient);
    if (condition.kind !== 'presence' && condition.kind !== 'response' && condition.kind !== 'result') return null;
    if (condition.kind === 'presence' && condition.times !== null) return null;
    const asked = askedBy(condition, scope, patient);
    if (asked === 'absent' || asked === 'no index') return null;
    const { queries, holds } = asked;
    const kinds = patient.hierarchy
        .kindsOf(queries[0]?.what.term ?? '')
        // What can never be one of those meant is no member.
        .filter((kind) => queries.some((query) => mayBe(kind, query.what, patient.hierarchy)))
        .map((kind) => ({
            kind,
            occurs:
                patient.grid === null ? 'true' : and([holds, or(queries.map((query) => patient.occurrences.kindOccurs(kind, query, patient.grid as Grid)))]),
        }));
    return { kinds, text: said([condition, scope.qualifiers, scope.window, [...scope.replaced], scope.index]) };
}

export function repeated({ of, apart, bound }: Repeated, scope: Scope, patient: Patient): Verdict {
    const { script, grid } = patient;
    const seen = patient.verdict(of.kind === 'compare' && of.pick === null ? { ...of, pick: 'any' } : of, scope);
    const id = `occasions ${said([of, apart, scope.window, scope.index, scope.qualifiers])}`;
    const occasions = script.variable(id, 'Int', (name) => script.assert(`(>= ${name} 0)`));
    if (grid !== null) {
        script.assert(or([`(= ${occasions} 0)`, seen.met]));
        if (apart === null) script.assert(or([`(>= ${occasions} 1)`, not(seen.met)]));
    }
    return choose(seen.absent, ABSENT, decided(bounded(occasions, bound)));
}
