// What one file declares, by kind, in the order of the text.
import type {
    Acceptance,
    Assertion,
    Cohort,
    CritFile,
    Criterion,
    Declaration,
    Definition,
    Import,
    PatientCase,
    Protocol,
    Section,
    Term,
    VocabularyHeader,
} from '../generated/ast.js';

/** A criterion with the cohorts of the section it stands in (empty outside a section). */
export interface PlacedCriterion {
    node: Criterion;
    sectionCohorts: string[];
}

export interface FileSymbols {
    imports: Import[];
    protocols: Protocol[];
    vocabulary: VocabularyHeader[];
    cohorts: Cohort[];
    criteria: PlacedCriterion[];
    definitions: Definition[];
    terms: Term[];
    declarations: Declaration[];
    assertions: Assertion[];
    patients: PatientCase[];
    acceptances: Acceptance[];
    /** Cohorts named by sections, with the node that names them. */
    sections: { node: Section; cohorts: string[] }[];
}

/** Sorts the statements of a file into what they declare. */
export function fileSymbols(root: CritFile): FileSymbols {
    const symbols: FileSymbols = {
        imports: [],
        protocols: [],
        vocabulary: [],
        cohorts: [],
        criteria: [],
        definitions: [],
        terms: [],
        declarations: [],
        assertions: [],
        patients: [],
        acceptances: [],
        sections: [],
    };
    for (const statement of root.statements) {
        switch (statement.$type) {
            case 'Import':
                symbols.imports.push(statement);
                break;
            case 'Protocol':
                symbols.protocols.push(statement);
                break;
            case 'VocabularyHeader':
                symbols.vocabulary.push(statement);
                break;
            case 'Cohort':
                symbols.cohorts.push(statement);
                break;
            case 'Criterion':
                symbols.criteria.push({ node: statement, sectionCohorts: [] });
                break;
            case 'Section':
                symbols.sections.push({ node: statement, cohorts: statement.cohorts });
                for (const node of statement.criteria) symbols.criteria.push({ node, sectionCohorts: statement.cohorts });
                break;
            case 'Definition':
                symbols.definitions.push(statement);
                break;
            case 'Term':
                symbols.terms.push(statement);
                break;
            case 'Declaration':
                symbols.declarations.push(statement);
                break;
            case 'Assertion':
                symbols.assertions.push(statement);
                break;
            case 'PatientCase':
                symbols.patients.push(statement);
                break;
            case 'Acceptance':
                symbols.acceptances.push(statement);
                break;
        }
    }
    return symbols;
}
