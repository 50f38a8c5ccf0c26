// The patient text of a document built by hand: golden files, accounting, escaping, wording of the harder kinds.
import assert from 'node:assert/strict';
import { generatePatientText, patientTarget } from '@crit-lang/generate/patient/patient-text.js';
import { targetById } from '@crit-lang/generate/targets.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import { expectGolden } from '../support/golden.js';
import * as build from './fixtures/build.js';
import { HOSTILE_TERM, wideDocument } from './patient-fixtures/wide-document.js';
import { NEGATION, expectedOf } from './patient-survival.js';

const { criterion, presence, term } = build;

/** The text of one criterion in a document of its own. */
function textOf(rule: Condition, kind: Criterion['kind'] = 'include', terms: ReturnType<typeof term>[] = []): string {
    const document = build.document({ criteria: [criterion('C', kind, rule)], terms });
    return (generatePatientText(document).accounting.get('C') ?? []).join(' ');
}

describe('patient text', () => {
    it('is registered as the target "patient"', () => {
        assert.equal(targetById('patient'), patientTarget);
        assert.deepEqual(
            patientTarget.generate(wideDocument(), {}).files.map((file) => file.path),
            ['Wide.patient.md'],
        );
        assert.deepEqual(
            patientTarget.generate(wideDocument(), { html: true }).files.map((file) => file.path),
            ['Wide.patient.html'],
        );
    });

    it('is what the golden files hold, twice over', () => {
        const document = wideDocument();
        const markdown = generatePatientText(document);
        expectGolden('generate/patient-wide.md', markdown.files[0]?.text ?? '');
        expectGolden('generate/patient-wide.html', generatePatientText(document, { html: true }).files[0]?.text ?? '');
        expectGolden('generate/patient-wide-notes.json', `${JSON.stringify(markdown.notes, null, 2)}\n`);
        assert.equal(generatePatientText(wideDocument()).files[0]?.text, markdown.files[0]?.text);
    });

    it('accounts for every criterion, number, window and negation', () => {
        const document = wideDocument();
        const { accounting } = generatePatientText(document);
        for (const written of document.criteria) {
            const sentences = accounting.get(written.id) ?? [];
            assert.ok(sentences.length > 0, `${written.id} is missing`);
            if (written.plain.length > 0) continue;
            const text = sentences.join(' ');
            for (const rule of written.readings.length > 0 ? written.readings.map((reading) => reading.rule) : [written.rule]) {
                const expected = expectedOf(rule, document.definitions);
                for (const shown of expected.texts) assert.ok(text.includes(shown), `${written.id}: '${shown}' is missing in: ${text}`);
                assert.ok((text.match(NEGATION) ?? []).length >= expected.negations, `${written.id}: a negation is missing in: ${text}`);
            }
        }
    });

    it('marks each point of the page with its criterion', () => {
        const document = wideDocument();
        const html = generatePatientText(document, { html: true }).files[0]?.text ?? '';
        const marked = new Set([...html.matchAll(/data-criterion="([^"]*)"/gu)].flatMap((match) => (match[1] ?? '').split(' ')));
        assert.deepEqual([...marked].sort(), document.criteria.map(({ id }) => id).sort());
    });

    it('leaves nothing out that belongs to a cohort nobody declared', () => {
        const document = build.document({
            cohorts: [build.cohort('A', null), build.cohort('B', null)],
            criteria: [criterion('X', 'exclude', presence('stroke'), { cohorts: ['C'] })],
        });
        assert.ok((generatePatientText(document).accounting.get('X') ?? []).length > 0);
    });

    it('gives one cohort on request, and says so when there is none of that name', () => {
        const one = generatePatientText(wideDocument(), { cohort: 'RA' });
        assert.ok(!one.accounting.has('SLE.index'));
        assert.match(one.files[0]?.text ?? '', /The study is for people with rheumatoid arthritis\./u);
        assert.ok(generatePatientText(wideDocument(), { cohort: 'XX' }).notes.some((note) => note.name === 'unknown-cohort'));
    });

    it('shows markup in names as text, in a page that runs no script and loads nothing', () => {
        const html = generatePatientText(wideDocument(), { html: true }).files[0]?.text ?? '';
        assert.ok(html.includes('&lt;img src=x onerror=alert(1)&gt;'));
        for (const [tag, name = '', attributes = ''] of html.matchAll(/<\/?([^\s>]+)([^>]*)>/gu)) {
            assert.match(name, /^(?:!doctype|html|head|meta|title|style|body|main|section|nav|h[1-4]|p|ul|li|a|dl|dt|dd|table|thead|tbody|tr|th|td)$/u, tag);
            assert.match(
                attributes,
                /^(?: html)?(?: (?:lang|charset|http-equiv|content|name|class|id|scope|aria-labelledby|data-criterion|href)="[^"]*")*$/u,
                tag,
            );
        }
        for (const [, target = ''] of html.matchAll(/href="([^"]*)"/gu)) assert.match(target, /^#[a-z0-9-]+$/u);
        assert.doesNotMatch(html, /url\(|@import/iu);
        assert.match(
            html,
            /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/u,
        );
        const markdown = generatePatientText(wideDocument()).files[0]?.text ?? '';
        assert.ok(!markdown.includes(HOSTILE_TERM) && markdown.includes('\\<img src=x'));
    });

    it('nests its elements and headings rightly', () => {
        const html = generatePatientText(wideDocument(), { html: true }).files[0]?.text ?? '';
        const open: string[] = [];
        for (const [, close, name = ''] of html.matchAll(/<(\/?)([a-z]\w*)[^>]*>/gu)) {
            if (name === 'meta') continue;
            if (close === '') open.push(name);
            else assert.equal(open.pop(), name);
        }
        assert.deepEqual(open, []);
        const levels = [...html.matchAll(/<h(\d)/gu)].map((match) => Number(match[1]));
        levels.forEach((level, i) => {
            assert.ok(level <= (levels[i - 1] ?? 0) + 1, `heading ${i}`);
        });
    });

    it('says a technical name once a section, in the order of the page', () => {
        const ild = term('interstitial lung disease', 'condition', { plain: 'scarring of the lungs' });
        const text =
            generatePatientText(
                build.document({
                    criteria: [
                        criterion('A', 'exclude', build.any(presence(ild.id), build.fact('pregnant'))),
                        criterion('B', 'exclude', presence(ild.id, { window: build.ever() })),
                    ],
                    terms: [ild],
                }),
            ).files[0]?.text ?? '';
        assert.match(text, /You have scarring of the lungs \(interstitial lung disease\)\.[\s\S]*You have ever had scarring of the lungs\./u);
    });

    it('puts what applies to some patients before the point', () => {
        const rule = build.guard(build.fact('male'), presence('asthma'), { otherwise: presence('gout') });
        assert.equal(textOf(rule), 'If you are male, you have asthma. If you are not male, you have gout.');
        assert.equal(textOf(rule, 'exclude'), 'You are male, and you have asthma. You are not male, and you have gout.');
        assert.equal(textOf({ ...rule, form: 'unless', otherwise: null }), 'If you are not male, you have asthma.');
    });

    it('says of an exemption that this does not count', () => {
        const rule = build.guard(presence('gout'), build.any(presence('asthma'), build.compare('ALT', '>=', build.normal('3'))), { form: 'unless' });
        assert.equal(
            textOf(rule, 'exclude'),
            'You have asthma. This does not count if you have gout. Your ALT is at least 3 times the highest normal value. This does not count if you have gout.',
        );
        assert.equal(textOf({ ...rule, otherwise: presence('lupus') }, 'exclude').includes('does not count'), false);
    });

    it('calls what the situation has named "it", where the rule speaks of nothing else', () => {
        const used = (more: Parameters<typeof build.used>[1] = {}): Condition => build.used(build.anyOfClass('steroid'), { window: build.now, ...more });
        const stable = used({ stableDose: { bound: build.forAtLeast('8', 'week'), before: build.anchor('screening') } });
        const started = build.not(used({ aspect: 'start', window: build.within('12', 'week') }));
        const terms = [term('steroid', 'drug'), term('rituximab', 'drug')];
        assert.equal(
            textOf(build.guard(used(), build.all(stable, started)), 'include', terms),
            'If you use any steroid: You use it at a steady dose for at least 8 weeks before your screening visit. You did not start it in the 12 weeks before your screening visit.',
        );
        const both = textOf(build.guard(used(), build.all(stable, build.used('rituximab', { window: build.now }))), 'include', terms);
        assert.match(both, /use any steroid at a steady dose/u);
        const denied = textOf(build.guard(used(), stable, { form: 'unless' }), 'include', terms);
        assert.match(denied, /^If you do not use any steroid, you use any steroid at a steady dose/u);
    });

    it('says once what all exceptions are bound to', () => {
        const cured = build.any(
            build.compare('time', '>=', build.amount('2', 'years')),
            build.compare('score', '<=', build.amount('3')),
            presence('remission'),
        );
        const except = ['skin cancer', 'bowel cancer'].map((id) => build.except(id, { provided: cured }));
        const rule = presence(build.anyOfClass('cancer', except), { window: build.ever() });
        assert.equal(
            textOf(rule, 'exclude'),
            'You have ever had any cancer. You can still join if you have or had one of these, but only if the point below this list is true as well: skin cancer bowel cancer ' +
                'At least one of these is true: Your time is at least 2 years. Your score is at most 3. You have remission.',
        );
    });

    it('puts an undefined word where it can be read', () => {
        const recent = (window = build.ever(false)): Condition => build.vague('recent', presence('stroke', { window }));
        assert.equal(textOf(recent(), 'exclude'), 'You have had “recent” stroke. The study doctor decides what counts as “recent”.');
        assert.match(textOf(build.not(recent())), /^You have not had “recent” stroke\./u);
        assert.match(textOf(recent(build.ever()), 'exclude'), /^You have ever had “recent” stroke\./u);
        assert.match(textOf(build.vague('severe', presence('stroke', { window: build.ever(false) })), 'exclude'), /^You have ever had “severe” stroke\./u);
        const active = build.vague('active', build.grade('BILAG', '=', 'A', { component: 'renal' }));
        assert.match(textOf(active, 'exclude'), /is A for your kidneys \(renal\)\. This counts only if the study doctor finds it “active”\.$/u);
    });

    it('denies groups as logic asks', () => {
        const either = build.any(presence('asthma'), presence('gout'));
        assert.equal(textOf(build.not(either)), 'You do not have asthma or gout.');
        assert.equal(textOf(build.not(build.all(presence('asthma'), presence('gout')))), 'You do not have asthma, or you do not have gout.');
        assert.equal(textOf(build.not(build.not(presence('gout')))), 'You have gout.');
        const two = build.atLeast(2, [presence('asthma'), presence('gout'), presence('lupus')]);
        assert.equal(textOf(build.not(two)), 'You have fewer than 2 of these: asthma gout lupus');
    });

    it('counts the members of a class', () => {
        const two = build.atLeast(2, [build.response(build.anyOfClass('bDMARD'))], [true]);
        assert.equal(textOf(two), 'At least 2 kinds of bDMARD did not help you enough.');
        const one = build.atLeast(1, [build.response(build.anyOfClass('bDMARD'))], [true]);
        assert.equal(textOf(one), 'At least one bDMARD did not help you enough.');
    });

    it('comes to an end with counts and exceptions that multiply 30 deep', () => {
        let rule: Condition = presence('gout');
        for (let i = 0; i < 30; i++) {
            const selection = build.select('x', { except: [build.except('y', { provided: rule }), build.except('z', { provided: rule })] });
            rule = build.atLeast(2, [build.any(rule, presence(selection)), presence('asthma'), build.guard(rule, presence('lupus'))]);
        }
        assert.ok(textOf(rule).length > 0);
    });

    it('survives definitions that use themselves, and many that double', () => {
        const definitions = Array.from({ length: 40 }, (_, i) => ({
            id: `D${i}`,
            parameters: [],
            plain: [],
            rule: build.all(build.reference(`D${(i + 1) % 40}`), build.reference(`D${(i + 1) % 40}`)),
        }));
        const document = build.document({ criteria: [criterion('C', 'include', build.reference('D0'))], definitions });
        assert.ok((generatePatientText(document).accounting.get('C') ?? []).length > 0);
    });

    it('uses the plain wording of a definition', () => {
        const definitions = [{ id: 'bad lungs', parameters: [], rule: presence('x'), plain: ['You have lung scarring that gets worse.'] }];
        const document = build.document({ criteria: [criterion('C', 'include', build.reference('bad lungs'))], definitions });
        assert.deepEqual(generatePatientText(document).accounting.get('C'), ['You have lung scarring that gets worse.']);
    });
});
