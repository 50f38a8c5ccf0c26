// The fixes of a finding: what may help is proposed, tried on the model, and offered where it does help.
import type { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Finding } from '@crit-lang/analysis/questions/finding.js';
import { findingsOf } from '@crit-lang/analysis/questions/questions.js';
import type { Fix, TextEdit } from '../report.js';
import { lastResorts, proposalsFor } from './propose.js';
import type { Proposal, Workplace } from './proposal.js';
import { KnownFindings } from './verify.js';
import { WrittenFiles } from './written-file.js';

/** At most so many are offered for a finding, and at most so many are tried. */
const OFFERED = 4;
const TRIED = 12;

/** Finds the fixes of a document's findings, one finding at a time: each costs an analysis for each fix that is tried. */
export class Fixer {
    private readonly place: Workplace;
    private readonly known: KnownFindings;

    /**
     * @param sources the texts of the document's files, in their order.
     * @param found all findings of the analysis, where they are at hand.
     */
    constructor(analysis: DocumentAnalysis, sources: readonly string[], found: readonly Finding[] = findingsOf(analysis)) {
        this.place = { analysis, files: new WrittenFiles(sources) };
        this.known = new KnownFindings(analysis, found);
    }

    /** Those that change least come first. Pure; the same for the same document. */
    fixesFor(finding: Finding): Fix[] {
        const offered = this.helpful(finding, proposalsFor(finding, this.known, this.place));
        return offered.length > 0 ? offered : this.helpful(finding, lastResorts(finding, this.place));
    }

    private helpful(finding: Finding, proposals: readonly Proposal[]): Fix[] {
        const written = ({ range, newText }: TextEdit): number => newText.length + (this.place.files.of(range)?.lengthOf(range) ?? 0);
        const length = ({ edits }: Proposal): number => edits.reduce((sum, edit) => sum + written(edit), 0);
        const ranked = [...proposals].sort((one, other) => one.changes - other.changes || length(one) - length(other));
        const distinct = new Map(ranked.map((each) => [JSON.stringify(each.edits), each]));
        const offered: Fix[] = [];
        const { reading } = finding;
        const under = reading === null ? '' : ` (if ${reading.criterion} is read as '${reading.id}')`;
        for (const proposal of [...distinct.values()].slice(0, TRIED)) {
            const isTried = offered.length < OFFERED && proposal.document !== this.place.analysis.document;
            if (isTried && this.known.isFixedBy(finding, proposal)) offered.push({ title: `${proposal.title}${under}`, edits: proposal.edits });
        }
        return offered;
    }
}

/** The fixes of one finding. For several findings of one document make one `Fixer`. */
export function fixesFor(finding: Finding, analysis: DocumentAnalysis, sources: readonly string[]): Fix[] {
    return new Fixer(analysis, sources).fixesFor(finding);
}
