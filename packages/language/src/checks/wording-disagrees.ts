// wording-disagrees: a number, unit, window, count, comparison, grade or listed term that the wording has and the rule has not, or the reverse.
import type { ModelCheck } from './model-checks.js';
import { compareGrades } from './wording/compare-grades.js';
import { compareTerms } from './wording/compare-terms.js';
import { compareValues } from './wording/compare-values.js';
import type { Compared } from './wording/compared.js';
import { Kinship } from './wording/kinship.js';
import type { Paragraph } from './wording/paragraph.js';
import { readParagraph } from './wording/paragraph.js';
import { placedCriteria } from './wording/placed-text.js';
import { ruleNumbers } from './wording/rule-values.js';

export const wordingDisagrees: ModelCheck = {
    name: 'wording-disagrees',
    run(input) {
        const kin = new Kinship(input.scope.terms);
        for (const { criterion, texts } of placedCriteria(input)) {
            if (texts.wording.length + texts.short.length === 0) continue;
            const [wording, short] = [texts.wording, texts.short].map((placed) => placed.map((text) => readParagraph(text, input.scope.terms)));
            // Each reading is a rule of its own, so each is held against the wording.
            for (const rule of criterion.readings.length > 0 ? criterion.readings.map((reading) => reading.rule) : [criterion.rule]) {
                const numbers = ruleNumbers(rule, input.document.definitions);
                // What could not be read has its own error; to compare the rest would only repeat it.
                if (numbers.unresolved) continue;
                const compare = (paragraphs: Paragraph[] | undefined, called: Compared['called']): void => {
                    if (paragraphs === undefined || paragraphs.length === 0) return;
                    const compared: Compared = {
                        input,
                        kin,
                        criterion,
                        rule,
                        numbers,
                        called,
                        paragraphs,
                        report: (message, range, more) => input.report({ ...more, message, range, criteria: [criterion.id] }),
                    };
                    compareValues(compared);
                    compareGrades(compared);
                    compareTerms(compared);
                };
                compare(wording, 'wording');
                compare(short, 'short wording');
            }
        }
    },
};
