// "Your test for anti-Sm is positive at your screening visit".
import type { TermSelection, TestResult } from '@crit-lang/model/criteria/condition.js';
import { clause, ofClause, type Block, type Clause } from '../clause.js';
import { cleanText } from '../../phrase/clean-text.js';
import { join, plainText, words, type Inline } from '../inline.js';
import { methodText } from '../method.js';
import { withoutArticle } from '../names.js';
import { refinementWords } from '../refinement.js';
import { selectionWords } from '../selection.js';
import { windowText } from '../windows.js';
import type { Wording } from '../wording.js';

/** The result after "your test …": said, and denied. */
const RESULTS: ReadonlyMap<string, readonly [string, string]> = new Map([
    ['positive', ['is positive', 'is not positive']],
    ['negative', ['is negative', 'is not negative']],
    ['detectable', ['shows it in your body (detectable)', 'does not show it in your body (not detectable)']],
    ['undetectable', ['does not show it in your body (undetectable)', 'shows it in your body (not undetectable)']],
    ['indeterminate', ['is unclear (indeterminate)', 'is not unclear (not indeterminate)']],
]);

/** The sentence for the result of a test. */
export function testResultBlock(result: TestResult, wording: Wording, negated: boolean): Block {
    const { object, extra } = selectionWords(result.test, wording, null);
    const refined = refinementWords(result.refinements, wording);
    const [said, denied] = RESULTS.get(result.result) ?? [`is ${cleanText(result.result)}`, `is not ${cleanText(result.result)}`];
    return ofClause(
        clause({
            ...subject(bareTest(object, result.test, wording), result.test.any),
            after: join(
                ` ${negated ? denied : said}`,
                refined.after,
                windowText(result.window, wording),
                result.method === null ? '' : ` (measured with ${methodText(result.method)})`,
            ),
            extra: [...extra, ...refined.extra],
            negative: negated,
        }),
    );
}

/** An antibody is tested *for*, whether or not its plain name says "test". */
function bareTest(name: Inline[], test: TermSelection, wording: Wording): Inline[] {
    const isAntibody = test.term !== null && wording.glossary.isA(test.term, 'autoantibody');
    return isAntibody ? name.map((part) => ({ ...part, text: part.text.replace(/ (?:blood )?test$/u, '') })) : name;
}

/** "your pregnancy test"; "your test for | anti-Sm". */
function subject(name: Inline[], any: boolean): Pick<Clause, 'before' | 'object' | 'noun'> {
    const bare = any ? name : withoutArticle(name);
    const isTest = /\b(?:test|scan|smear|culture|biopsy|x-ray|swab)s?\b/iu.test(plainText(bare));
    return isTest && !any ? { before: [], object: join('your ', bare), noun: 'tests' } : { before: words('your test for '), object: bare, noun: 'things' };
}
