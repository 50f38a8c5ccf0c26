// Offers terms where a name can stand: by any synonym, canonical name inserted, kinds that fit the place first.
import type { Compilation } from '@crit-lang/language/compile.js';
import { writeName } from '@crit-lang/language/syntax/write-name.js';
import type { Term, TermKind } from '@crit-lang/model/criteria/term.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { KIND_NAMES } from '../hover/term-text.js';
import type { Candidate } from './candidate.js';
import { RANK } from './candidate.js';
import type { FoundName } from './name-list.js';
import { namesBeginning, namesNear } from './name-list.js';
import type { WantedTerms } from './wanted-terms.js';

const MOST = 60;
/** With fewer fitting terms than this, terms of other kinds are offered too. */
const FEW = 10;

const ICONS: Readonly<Record<TermKind, CompletionItemKind>> = {
    condition: CompletionItemKind.Class,
    drug: CompletionItemKind.Module,
    lab: CompletionItemKind.Value,
    measure: CompletionItemKind.Value,
    score: CompletionItemKind.Value,
    grade: CompletionItemKind.Enum,
    test: CompletionItemKind.Event,
    procedure: CompletionItemKind.Method,
    event: CompletionItemKind.Event,
    fact: CompletionItemKind.Property,
    criteria: CompletionItemKind.Interface,
};

/** The verb with which a line about such a term starts; lines about measures and facts have none. */
const VERBS: Readonly<Partial<Record<TermKind, string>>> = { condition: 'has', procedure: 'had', event: 'had', drug: 'uses', criteria: 'meets' };

/** Terms for a name that begins at `start`. `typed` is what stands there, with its opening quote if it has one. */
export function termCandidates(typed: string, start: number, wanted: WantedTerms, compilation: Compilation): Candidate[] {
    const quoted = typed.startsWith("'");
    const query = quoted ? typed.slice(1) : typed;
    const index = compilation.scope.terms;
    const fits = (term: Term): boolean => wanted.kinds.length === 0 || wanted.kinds.includes(term.kind);
    const candidate = (found: FoundName, rank: number): Candidate =>
        termCandidate(found, { typed, quoted, start, rank, verb: wanted.startsLine && !quoted ? VERBS[found.term.kind] : undefined });
    if (nameKey(query) === '') {
        // A line usually begins with a verb.
        const rank = wanted.startsLine ? RANK.other : RANK.term;
        return usedTerms(compilation, wanted.kinds, fits).map((term, order) => candidate({ term, name: term.id, distance: 0 }, rank + order / MOST));
    }
    // A number alone is the beginning of a value, not of a name.
    if (!/\p{L}/u.test(query)) return [];
    const all = namesBeginning(query, index, (term) => wanted.others || fits(term));
    const fitting = all.filter(({ term }) => fits(term)).slice(0, MOST);
    const others = fitting.length < FEW ? all.filter(({ term }) => !fits(term)).slice(0, MOST - fitting.length) : [];
    // At the start of a line a disease is as likely as a value: it only gets a verb.
    const rankOfOthers = wanted.startsLine ? RANK.term + 0.5 : RANK.other;
    const found = [...fitting.map((hit) => candidate(hit, RANK.term + hit.distance)), ...others.map((hit) => candidate(hit, rankOfOthers + hit.distance))];
    if (found.length > 0) return found;
    const near = namesNear(query, index, (term) => fits(term) || wanted.others);
    return near.slice(0, FEW).map((hit) => candidate(hit, RANK.near + hit.distance + (fits(hit.term) ? 0 : 1)));
}

/** With nothing typed yet: the terms that the file already speaks of. */
function usedTerms({ document, scope }: Compilation, kinds: readonly TermKind[], fits: (term: Term) => boolean): Term[] {
    const named = new Set(document.cohorts.flatMap(({ index }) => (index?.term === null || index === null ? [] : [index.term])));
    const used = document.terms.filter(fits);
    const ofKind = used.length > 0 || kinds.length === 0 ? [] : scope.terms.all().filter(fits);
    // A short list of all there are is better than none; of a long one nobody finds anything.
    const terms = ofKind.length <= MOST ? [...used, ...ofKind] : used;
    return [...terms.filter(({ id }) => named.has(id)), ...terms.filter(({ id }) => !named.has(id))].slice(0, MOST);
}

function termCandidate(
    { term, name }: FoundName,
    { typed, quoted, start, rank, verb }: { typed: string; quoted: boolean; start: number; rank: number; verb: string | undefined },
): Candidate {
    const written = writeName(term.id);
    const isOtherName = nameKey(name) !== nameKey(term.id);
    const shown = quoted ? `'${name}` : name;
    const aside = [isOtherName ? ` → ${term.id}` : '', verb === undefined ? '' : ` (${verb} …)`].join('');
    return {
        label: name,
        ...(aside === '' ? {} : { aside }),
        description: KIND_NAMES[term.kind],
        term: term.id,
        kind: ICONS[term.kind],
        insert: verb === undefined ? (quoted && !written.startsWith("'") ? `'${term.id}'` : written) : `${verb} ${written}`,
        // The editor leaves out what does not hold the typed letters in their order; accents and misspellings would hide a right name.
        filter: holdsLetters(shown, typed) ? shown : typed,
        rank,
        start,
    };
}

function holdsLetters(name: string, typed: string): boolean {
    const text = name.toLowerCase();
    let at = 0;
    for (const letter of typed.toLowerCase()) {
        at = text.indexOf(letter, at) + 1;
        if (at === 0) return false;
    }
    return true;
}
