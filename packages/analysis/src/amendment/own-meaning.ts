// The rules of one version said in the words of both: what a word means in this version only is written out.
import type { TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { Knowledge } from '../knowledge/knowledge.js';
import { meaningOf, termKey } from '../knowledge/meaning.js';
import { withIndex } from '../knowledge/selection.js';
import { EARLIER } from './merged-terms.js';
import { OwnMembership } from './own-membership.js';
import { isSelection, type Node, rewritten } from './rewrite.js';

export interface OwnWords {
    /** Terms, as keys, that go by another name. */
    readonly renamed: ReadonlySet<string>;
    /** Whether "the value" of a stretch of time is another one in the two versions. */
    readonly writesPick: boolean;
}

/** Cohorts, criteria and definitions with all that only this version means by them. */
export function inWordsOfBoth<Version extends Pick<CriteriaDocument, 'cohorts' | 'criteria' | 'definitions'>>(
    version: Version & CriteriaDocument,
    all: Knowledge,
    { renamed, writesPick }: OwnWords,
): Pick<CriteriaDocument, 'cohorts' | 'criteria' | 'definitions'> {
    const membership = new OwnMembership(new Knowledge(version), all);
    const pick = version.protocol?.defaultPick ?? 'latest';
    const named = (name: unknown): unknown => (typeof name === 'string' && renamed.has(termKey(name)) ? `${EARLIER}${name}` : name);
    const replace = (node: Node): Node => {
        let found = node;
        if (renamed.size > 0) {
            for (const field of TERM_FIELDS) if (field in found && named(found[field]) !== found[field]) found = { ...found, [field]: named(found[field]) };
            if (Array.isArray(found['minus'])) found = { ...found, minus: found['minus'].map(named) };
        }
        if (writesPick && (found['kind'] === 'compare' || found['kind'] === 'grade') && found['pick'] === null) found = { ...found, pick };
        if (isSelection(found)) found = membership.meant(found) as unknown as Node;
        return found;
    };
    return {
        cohorts: version.cohorts.map((cohort) => rewritten(cohort, replace)),
        criteria: version.criteria.map((criterion) => rewritten(criterion, replace)),
        definitions: version.definitions.map((definition) => rewritten(definition, replace)),
    };
}

const TERM_FIELDS = ['term', 'scale', 'criteria', 'inEquivalentsOf'] as const;

/** The disease in place of 'the index disease', where the two versions of a cohort are for different ones. */
export function withIndexDisease<Part>(part: Part, index: TermSelection | null): Part {
    // A disease that nobody has a name for: a cohort without one has none.
    const disease = index ?? { term: `${EARLIER}index disease`, index: false, any: false, except: [] };
    return rewritten(part, (node) => (isSelection(node) && node.index ? ((withIndex(node, disease) ?? node) as unknown as Node) : node));
}

/** Names of the definitions, as keys, that are not the same in both versions, or use one that is not. */
export function changedDefinitions(old: CriteriaDocument['definitions'], current: CriteriaDocument['definitions']): Set<string> {
    const [before, now] = [old, current].map((definitions) => new Map(definitions.map((each) => [termKey(each.id), each])));
    const changed = new Set<string>();
    for (const key of [...(before?.keys() ?? []), ...(now?.keys() ?? [])]) {
        const [one, other] = [before?.get(key), now?.get(key)];
        if (one === undefined || other === undefined || meaningOf([one.parameters, one.rule]) !== meaningOf([other.parameters, other.rule])) changed.add(key);
    }
    for (let grown = true; grown;) {
        grown = false;
        for (const { id, rule } of [...old, ...current]) {
            if (changed.has(termKey(id)) || ![...definitionsIn(rule)].some((each) => changed.has(each))) continue;
            changed.add(termKey(id));
            grown = true;
        }
    }
    return changed;
}

/** Names of the definitions that a part of the model uses, as keys. */
export function definitionsIn(part: unknown): Set<string> {
    const found = new Set<string>();
    rewritten(part, (node) => {
        if (node['kind'] === 'reference' && typeof node['definition'] === 'string') found.add(termKey(node['definition']));
        return node;
    });
    return found;
}
