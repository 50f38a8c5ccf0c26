// Puts the criteria document together from the files of a compilation.
import type { Acceptance, CriteriaDocument, ProtocolInfo } from '@crit-lang/model/criteria/document.js';
import { MODEL_FORMAT, MODEL_VERSION } from '@crit-lang/model/criteria/document.js';
import type { SourceFile } from '@crit-lang/model/criteria/source.js';
import type { Relation, Term } from '@crit-lang/model/criteria/term.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { VocabularyEntry } from '@crit-lang/vocabulary/term-index.js';
import { TermIndex } from '@crit-lang/vocabulary/term-index.js';
import { reportClassCycle } from '../checks/class-cycle.js';
import { reportDuplicateIds } from '../checks/duplicate-id.js';
import { reportSeveralProtocols } from '../checks/several-protocols.js';
import { reportShadowing } from '../checks/term-shadows-vocabulary.js';
import { reportUnknownCohorts } from '../checks/unknown-cohort.js';
import type { DiagnosticCollector } from '../diagnostics/collector.js';
import type { Cohort } from '../generated/ast.js';
import type { DeclaredDefinition } from '../resolve/name-scope.js';
import { NameScope } from '../resolve/name-scope.js';
import type { ParsedFile } from '../resolve/parsed-file.js';
import { recovered } from '../syntax/recovered.js';
import type { SourceText } from '../syntax/source-text.js';
import { lowerExpression } from './conditions/expression.js';
import { lowerAcceptance, lowerAssertion, lowerCriterion, lowerDefinition } from './criterion.js';
import { lowerDeclaration } from './declaration.js';
import { sha256Of } from './file-hash.js';
import { Lowering } from './lowering.js';
import { lowerPatient } from './patient.js';
import { STANDARD_ANCHOR, headerCriteria, indexCriterion, lowerCohort, lowerProtocol } from './protocol.js';
import { referencedTerms } from './referenced-terms.js';
import { lowerTerm, relationsOf } from './term.js';
import type { Vocabulary } from './vocabulary.js';

/** A document with what later checks and the editor ask of it. */
export interface LoweredDocument {
    document: CriteriaDocument;
    scope: NameScope;
}

export function lowerDocument(files: readonly ParsedFile[], vocabulary: Vocabulary, diagnostics: DiagnosticCollector): LoweredDocument {
    const declared = files.flatMap((file, index) => file.symbols.terms.map((node) => ({ node, index, entry: lowerTerm(node, 'declared') })));
    const memberships = declaredMemberships(files);
    const entries = withMemberships(
        declared.map(({ entry }) => entry),
        memberships,
        vocabulary.terms,
    );
    const terms = new TermIndex(entries, vocabulary.terms);
    const scope = new NameScope(terms, declaredDefinitions(files), anchorsOf(files), new Set(cohortIds(files)), new Set(criterionIds(files)));
    const anchor = assessedAnchor(files);
    const lowerings = files.map((file, index) => new Lowering(file.source.asFile(index), scope, anchor, diagnostics, lowerExpression));
    const each = <T>(lower: (lowering: Lowering, file: ParsedFile) => T[]): T[] =>
        files.flatMap((file, index) => {
            const lowering = lowerings[index];
            return lowering === undefined ? [] : lower(lowering, file);
        });

    reportDuplicateIds(files, diagnostics);
    for (const { node, index, entry } of declared) {
        const lowering = lowerings[index];
        if (lowering === undefined) continue;
        reportShadowing(lowering, node, entry.term, vocabulary.terms);
        reportClassCycle(lowering, node, entry.term, terms);
    }
    const protocols = each((lowering, file) => file.symbols.protocols.map((node) => ({ lowering, node })));
    const protocol = protocols[0] === undefined ? null : lowerProtocol(protocols[0].lowering, protocols[0].node);
    for (const other of protocols.slice(1)) {
        reportSeveralProtocols(other.lowering, other.node, protocol?.id ?? '');
    }
    each((lowering, file) => file.symbols.sections.map(({ node, cohorts }) => reportUnknownCohorts(lowering, node, 'cohorts', cohorts)));
    const cohorts = each((lowering, file) => file.symbols.cohorts.map((node) => lowerCohort(lowering, node)));
    if (cohorts.length === 0 && protocol !== null)
        cohorts.push({ id: protocol.id, kind: 'cohort', title: protocol.title, index: null, notes: [], implicit: true });
    const first = lowerings[0];
    const relations: Relation[] = [
        ...declared.flatMap(({ entry }) => relationsOf(entry)),
        ...each((lowering, file) => file.symbols.declarations.flatMap((node) => lowerDeclaration(lowering, node, 'declared') ?? [])),
    ];
    const parts = {
        cohorts,
        criteria: [
            ...(protocol === null || first === undefined ? [] : headerCriteria(protocols[0]?.lowering ?? first, protocol)),
            ...(first === undefined ? [] : cohorts.flatMap((cohort) => indexCriterion(first, cohort))),
            ...each((lowering, file) => file.symbols.criteria.map((placed) => lowerCriterion(lowering, placed))),
        ],
        definitions: each((lowering, file) => file.symbols.definitions.map((node) => lowerDefinition(lowering, node))),
        assertions: each((lowering, file) => file.symbols.assertions.map((node) => lowerAssertion(lowering, node))),
        patients: each((lowering, file) => file.symbols.patients.map((node) => lowerPatient(lowering, node))),
    };
    const document: CriteriaDocument = {
        format: MODEL_FORMAT,
        version: MODEL_VERSION,
        files: files.map(({ source }) => sourceFile(source)),
        protocol: protocol === null ? null : withAnchor(protocol, anchor),
        ...parts,
        ...referencedTerms(parts, vocabulary, { index: terms, terms: entries.map(({ term }) => term), relations }),
        acceptances: each((lowering, file) => [
            ...file.symbols.acceptances.map((node) => lowerAcceptance(lowering, node)),
            ...file.symbols.cohorts.flatMap((node) => cohortAcceptances(lowering, node)),
        ]),
    };
    return { document, scope };
}

// What a cohort acknowledges is said of its index criterion.
function cohortAcceptances(lowering: Lowering, node: Cohort): Acceptance[] {
    const parts = recovered(node);
    const inIndex = lowering.inCriterion(`${parts.name ?? ''}.index`);
    return (parts.properties ?? []).flatMap((property) => (property.$type === 'Acceptance' ? [lowerAcceptance(inIndex, property)] : []));
}

// The hash is computed when it is first read: checking a file does not need it, and it costs a tenth of a cold start.
function sourceFile({ path, text }: SourceText): SourceFile {
    let hash: string | undefined;
    return {
        path,
        get hash() {
            return (hash ??= sha256Of(text));
        },
    };
}

function withAnchor(protocol: ProtocolInfo, anchor: string): ProtocolInfo {
    return { ...protocol, defaultAnchor: anchor };
}

function assessedAnchor(files: readonly ParsedFile[]): string {
    for (const file of files) {
        for (const protocol of file.symbols.protocols) {
            for (const property of protocol.properties)
                if (property.$type === 'AssessedProperty' && recovered(property).anchor !== undefined) return property.anchor;
        }
    }
    return STANDARD_ANCHOR;
}

function anchorsOf(files: readonly ParsedFile[]): string[] {
    const timeline = files.flatMap((file) =>
        file.symbols.protocols.flatMap((protocol) =>
            protocol.properties.flatMap((property) => (property.$type === 'TimelineProperty' ? property.anchors : [])),
        ),
    );
    const assessed = assessedAnchor(files);
    // With a timeline the default anchor must be on it; without one it is the only anchor.
    return timeline.length > 0 ? timeline : [assessed];
}

function declaredDefinitions(files: readonly ParsedFile[]): DeclaredDefinition[] {
    return files.flatMap((file, index) =>
        file.symbols.definitions.flatMap((node) => {
            const { name = '', parameters = [] } = recovered(node);
            return name === '' ? [] : [{ name, parameters, node, file: index }];
        }),
    );
}

// A protocol without cohorts has one, with the protocol's id. Where a name could not be read there is none to refer to.
function cohortIds(files: readonly ParsedFile[]): string[] {
    const declared = files.flatMap((file) => file.symbols.cohorts.map((node) => recovered(node).name ?? ''));
    const protocol = files.flatMap((file) => file.symbols.protocols.map((node) => recovered(node).name ?? '')).slice(0, 1);
    return (declared.length > 0 ? declared : protocol).filter((name) => name !== '');
}

function criterionIds(files: readonly ParsedFile[]): string[] {
    return files.flatMap((file) => file.symbols.criteria.map(({ node }) => recovered(node).name ?? '')).filter((name) => name !== '');
}

/** Child and parent names of 'declare X is a Y', by the key of the child. */
function declaredMemberships(files: readonly ParsedFile[]): Map<string, { child: string; parents: string[] }> {
    const memberships = new Map<string, { child: string; parents: string[] }>();
    for (const file of files) {
        for (const node of file.symbols.declarations) {
            const { relation, subject, parent } = recovered(node);
            if ((relation !== 'is a' && relation !== 'is an') || subject === undefined || parent === undefined) continue;
            const known = memberships.get(nameKey(subject));
            if (known === undefined) memberships.set(nameKey(subject), { child: subject, parents: [parent] });
            else known.parents.push(parent);
        }
    }
    return memberships;
}

// A declared membership puts a copy of the term, with the parent added, over the shipped one.
function withMemberships(
    entries: VocabularyEntry[],
    memberships: ReadonlyMap<string, { child: string; parents: string[] }>,
    below: TermIndex,
): VocabularyEntry[] {
    if (memberships.size === 0) return entries;
    const base = new TermIndex(entries, below);
    const result = [...entries];
    for (const { child, parents } of memberships.values()) {
        const term: Term | undefined = base.find(child)[0]?.term;
        if (term === undefined) continue;
        const canonical = parents.map((parent) => base.find(parent)[0]?.term.id ?? parent);
        const extended = { ...term, parents: [...new Set([...term.parents, ...canonical])] };
        const at = result.findIndex((entry) => entry.term === term);
        if (at >= 0) result[at] = { term: extended, misspellings: result[at]?.misspellings ?? [] };
        else result.push({ term: extended, misspellings: [] });
    }
    return result;
}
