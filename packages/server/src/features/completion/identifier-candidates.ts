// Offers the identifiers and names that the protocol itself declares: cohorts, criteria, anchors, definitions, grades, and names of findings.
import type { Compilation } from '@crit-lang/language/compile.js';
import { CATALOGUE } from '@crit-lang/language/diagnostics/catalogue.js';
import type { CompletionContext, TypedStart } from '@crit-lang/language/syntax/completion/completion-context.js';
import { nameAfter } from '@crit-lang/language/syntax/completion/completion-context.js';
import type { GrammarPlace } from '@crit-lang/language/syntax/completion/grammar-walk.js';
import { writeName } from '@crit-lang/language/syntax/write-name.js';
import type { Term } from '@crit-lang/model/criteria/term.js';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Candidate } from './candidate.js';
import { RANK } from './candidate.js';
import { nextCriterionId } from './next-criterion-id.js';
import { around, tokenName } from './wanted-terms.js';

interface Named {
    name: string;
    description: string;
    help?: string;
    kind: CompletionItemKind;
}

const USUAL_TIMELINE: readonly string[] = ['consent', 'screening', 'baseline', 'randomization', 'first dose', 'end of study'];

/** What the rules that begin at a start can name. */
export function identifierCandidates(start: TypedStart, context: CompletionContext, compilation: Compilation): Candidate[] {
    const found = new Map<string, Named>();
    for (const { token, feature, place } of start.expected) {
        const named = token === 'ID' && place.rule !== 'Word' ? byIdentifier(place, feature, context, compilation) : [];
        // A name begins here only when the rule for names does.
        const name = token === 'ID' ? around(place, 'Name') : null;
        for (const each of [...named, ...(name?.from === start.token ? byName(name, context, compilation) : [])])
            if (!found.has(each.name)) found.set(each.name, each);
        if (token === 'NUMBER' && around(place, 'GradeTest') !== null) for (const each of gradesOf(place, context, compilation)) found.set(each.name, each);
    }
    const typed = start.typed.replace(/^'/, '').toLowerCase();
    return [...found.values()]
        .filter(({ name }) => name.toLowerCase().startsWith(typed))
        .map(({ name, description, help, kind }, order) => ({
            label: name,
            description,
            ...(help === undefined ? {} : { help }),
            kind,
            insert:
                kind === CompletionItemKind.Variable || kind === CompletionItemKind.EnumMember || kind === CompletionItemKind.Function ? writeName(name) : name,
            filter: start.typed.startsWith("'") ? `'${name}` : name,
            rank: RANK.fitting + order / 100,
            start: start.offset,
        }));
}

function byIdentifier(place: GrammarPlace, feature: string | null, context: CompletionContext, compilation: Compilation): Named[] {
    const { document } = compilation;
    switch (feature) {
        case 'cohorts':
        case 'cohort':
            return document.cohorts.map(({ id, title, implicit }) => ({
                name: id,
                description: implicit ? 'everyone in the protocol' : 'cohort',
                ...(title === null ? {} : { help: title }),
                kind: CompletionItemKind.Class,
            }));
        case 'replaces':
        case 'criterion':
        case 'criteria':
            return document.criteria
                .filter(({ origin }) => feature !== 'replaces' || origin === 'written')
                .map(({ id, title, kind }) => ({
                    name: id,
                    description: kind === 'include' ? 'inclusion criterion' : 'exclusion criterion',
                    ...(title === null ? {} : { help: title }),
                    kind: CompletionItemKind.Reference,
                }));
        case 'diagnostic':
            return findings(compilation);
        case 'name':
            if (place.rule !== 'Criterion') return [];
            return [
                {
                    name: nextCriterionId(document, tokenName(context, place.from) === 'exclude' ? 'exclude' : 'include'),
                    description: 'next free id',
                    kind: CompletionItemKind.Reference,
                },
            ];
        default:
            return [];
    }
}

/** Names of findings, those of this file first. */
function findings({ diagnostics }: Compilation): Named[] {
    const present = new Set<string>(diagnostics.map(({ name }) => name));
    const all = Object.entries(CATALOGUE).map(([name, { summary }]) => ({ name, description: 'finding', help: summary, kind: CompletionItemKind.Constant }));
    return [...all.filter(({ name }) => present.has(name)), ...all.filter(({ name }) => !present.has(name))];
}

function byName(name: GrammarPlace, context: CompletionContext, compilation: Compilation): Named[] {
    const holder = name.outer;
    const { scope } = compilation;
    const anchors = (): Named[] =>
        scope.anchorNames().map((anchor) => ({ name: anchor, description: 'point of the timeline', kind: CompletionItemKind.Variable }));
    switch (holder?.rule) {
        case 'Anchor':
            // After 'onset of' and its like an event is named, not a point of the timeline.
            return holder.from === name.from ? anchors() : [];
        case 'AssessedProperty':
            return anchors();
        case 'TimelineProperty':
            return USUAL_TIMELINE.map((anchor) => ({ name: anchor, description: 'point of the timeline', kind: CompletionItemKind.Variable }));
        case 'NameValue':
            return gradesOf(name, context, compilation);
        case 'Selection':
            return [
                ...definitions(holder, compilation),
                ...(around(holder, 'InClause') === null ? [] : componentsOf(scaleAround(holder, context, compilation))),
            ];
        case 'ResultTest':
            return (scaleAround(holder, context, compilation)?.results ?? []).map((result) => ({
                name: result,
                description: 'result',
                kind: CompletionItemKind.EnumMember,
            }));
        case 'Judgement':
            return [{ name: 'investigator', description: 'who decides', kind: CompletionItemKind.Text }];
        default:
            return [];
    }
}

// A definition stands where a line could; 'has' and its like are said of terms.
function definitions(selection: GrammarPlace, { scope, document }: Compilation): Named[] {
    const line = around(selection, 'Clinical');
    if (line?.from !== selection.from) return [];
    return scope.definitionNames().map((name) => {
        const parameters = document.definitions.find(({ id }) => id === name)?.parameters ?? [];
        return { name, description: parameters.length === 0 ? 'definition' : `definition (${parameters.join(', ')})`, kind: CompletionItemKind.Function };
    });
}

function gradesOf(place: GrammarPlace, context: CompletionContext, compilation: Compilation): Named[] {
    const scale = scaleAround(place, context, compilation);
    const selection = around(place, 'Selection');
    // In parentheses after the scale stands one of its parts.
    if (selection !== null && around(place, 'Predicate') === null) return componentsOf(scale);
    return (scale?.values ?? []).map((value) => ({ name: value, description: `grade of ${scale?.id ?? ''}`, kind: CompletionItemKind.EnumMember }));
}

function componentsOf(scale: Term | undefined): Named[] {
    return (scale?.components ?? []).map((component) => ({
        name: component,
        description: scale?.componentName ?? 'part',
        kind: CompletionItemKind.EnumMember,
    }));
}

/** The grade scale or test that the line around a place speaks of. */
function scaleAround(place: GrammarPlace, context: CompletionContext, { scope }: Compilation): Term | undefined {
    for (let line = around(place, 'Clinical'); line !== null; line = around(line.outer, 'Clinical')) {
        const name = nameAfter(context, line.from, place.from);
        const hit = name === null ? undefined : scope.terms.find(name).find(({ term }) => term.kind === 'grade' || term.kind === 'test');
        if (hit !== undefined) return hit.term;
    }
    return undefined;
}
