// A person who has never seen Crit: follows the walkthrough, mends a contradiction, writes, previews, exports and compares, in a real workbench.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../out/support/repository.js';
import { skip } from '../out/support/skip.js';
import { hostIsInstalled } from '../vscode-host/host-folder.mjs';
import { Workbench } from './workbench.mjs';

const files = {
    'hostile.crit': `protocol Hostile1 "<img src=x onerror=parent.postMessage('pwned','*')>" {\n  age from 18 years\n  timeline screening\n  assessed screening\n}\n\ninclude I-1 "<img src=x onerror=alert(1)><script>alert(2)</script>" {\n  wording "<b onclick=alert(3)>Creatinine of at most 1.5 mg/dL</b>"\n  creatinine <= 1.5 mg/dL\n}\n`,
};

describe('the first protocol, in the workbench', function () {
    this.timeout(180_000);
    let bench;
    let page;

    before(async function () {
        if (!hostIsInstalled()) skip(this, 'no stand-in for VS Code is installed: only .ci/run installs it (test/vscode-host/install.sh)');
        bench = await Workbench.open(files);
        page = bench.page;
    });
    after(async () => bench?.close());
    afterEach(async function () {
        if (this.currentTest?.state === 'failed' && process.env.CRIT_FAILURES) {
            await page?.screenshot({ path: path.join(process.env.CRIT_FAILURES, `${this.currentTest.title.replace(/\W+/g, '-')}.png`) });
        }
    });

    it('begins with the walkthrough, which opens a sample', async function () {
        await bench.run('Welcome: Open Walkthrough');
        await bench.choices('Write eligibility criteria with Crit').first().click();
        await page.getByText('Open a small protocol').first().waitFor();
        await bench.picture('walkthrough');
        await page.getByRole('button', { name: 'Open the sample' }).first().click();
        await bench.line('protocol Sample1').waitFor();
    });

    it('shows that nobody can qualify, with every criterion that causes it', async function () {
        await bench.showProblems();
        await bench.problem('Nobody can qualify for cohort RA').waitFor();
        await bench.problem('E-1 excludes rheumatoid arthritis').waitFor();
        await page.locator('.monaco-editor .codelens-decoration', { hasText: 'Nobody can qualify' }).waitFor();
        await bench.picture('problems');
    });

    it('says on hover what a criterion means and what is wrong', async function () {
        await bench.goToLine(33);
        await bench.line('has any of {').click();
        await page.keyboard.press('Home');
        await page.keyboard.press('Control+K');
        await page.keyboard.press('Control+I');
        await page.locator('.monaco-hover:visible', { hasText: 'Nobody can qualify' }).first().waitFor();
        await bench.picture('hover');
        await page.keyboard.press('Escape');
    });

    it('mends it with one fix', async function () {
        await bench.problem('Nobody can qualify for cohort RA').dblclick();
        await page.keyboard.press('Control+.');
        await page.locator('.action-widget .action', { hasText: 'Write E-1 for SLE only' }).first().waitFor();
        await bench.picture('fix');
        await page.locator('.action-widget .action', { hasText: 'Write E-1 for SLE only' }).first().click();
        await bench.line('exclude E-1 "Overlap syndromes" for SLE').waitFor();
        await bench.eventually(
            'the end of the problem',
            () => bench.problem('Nobody can qualify for cohort RA').count(),
            (count) => count === 0,
        );
        await page.locator('.statusbar-item', { hasText: 'Crit: proved' }).waitFor();
    });

    it('shows a patient who qualifies', async function () {
        await bench.run('Crit: Show a Patient Who Qualifies');
        await bench.choices('RA').first().click();
        await page.locator('.tab', { hasText: 'Patient of RA.crit' }).waitFor();
        await page.locator('.view-line', { hasText: 'expect eligible' }).last().waitFor();
        await bench.picture('witness');
        await page.locator('.tab', { hasText: 'Patient of RA.crit' }).first().click();
        await page.keyboard.press('Control+F4');
    });

    it('runs the patient case in the file', async function () {
        await bench.run('Crit: Run the Patient Cases of the File');
        await page.locator('.testing-run-glyph, .codicon-testing-passed-icon').first().waitFor();
    });

    it('completes a criterion while it is written', async function () {
        await bench.goToEndOf('swollen joint count >= 6');
        await page.keyboard.press('Enter');
        await page.keyboard.type('inadequate response to methotr', { delay: 25 });
        await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'methotrexate' }).first().waitFor();
        await bench.picture('completion');
        await page.keyboard.press('Enter');
        await bench.line('inadequate response to methotrexate').waitFor();
    });

    it('shows beside the text what others will read, and follows the text', async function () {
        await bench.run('Crit: Open Preview to the Side');
        const preview = bench.preview();
        await preview.getByText('inadequate response to methotrexate').first().waitFor();
        await bench.picture('preview');
        await bench.line('swollen joint count >= 6').click();
        await preview.locator('[data-criterion="RA-1"].at-cursor').waitFor();
        await preview.getByRole('tab', { name: 'Patient' }).click();
        await preview.getByText('Could this study be for you?').waitFor();
        await preview.getByRole('tab', { name: 'JSON' }).click();
        await preview.getByText('"crit-criteria-model"').first().waitFor();
    });

    it('draws the logic, for the mouse and for the keyboard', async function () {
        const preview = bench.preview();
        await preview.getByRole('tab', { name: 'Logic' }).click();
        const tree = preview.getByRole('tree', { name: 'RA-1, Diagnosis of rheumatoid arthritis' });
        await tree.waitFor();
        await preview.locator('#cohort').selectOption('SLE');
        await bench.eventually(
            'one cohort alone',
            () => preview.getByRole('tree', { name: /^RA-1/ }).count(),
            (count) => count === 0,
        );
        await preview.locator('#cohort').selectOption('');
        await tree.getByRole('treeitem').first().focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        assert.match((await preview.locator('[role=treeitem]:focus').getAttribute('aria-label')) ?? '', /swollen joint count/);
        await page.keyboard.press('Enter');
        await page.locator('.statusbar-item', { hasText: /Ln 26, Col/ }).waitFor();
        await bench.picture('logic');
    });

    it('generates the text for a registry', async function () {
        await bench.line('protocol Sample1').click();
        await bench.run('Crit: Generate Registry Text');
        await page
            .locator('.view-line', { hasText: /^Inclusion Criteria/ })
            .first()
            .waitFor();
        await page.keyboard.press('Escape');
    });

    it('shows a hostile title as text, in every tab', async function () {
        await bench.run('View: Close All Editors');
        await page
            .getByRole('button', { name: "Don't Save" })
            .click()
            .catch(() => undefined);
        await bench.openFile('hostile.crit');
        await bench.run('Crit: Open Preview to the Side');
        const preview = bench.preview();
        for (const [tab, text] of [
            ['Registry', 'Creatinine of at most'],
            ['Patient', '<img src=x'],
            ['Logic', '<img src=x onerror=alert(1)>'],
            ['JSON', 'onerror=alert'],
        ]) {
            await preview.getByRole('tab', { name: tab }).click();
            await preview.getByText(text).first().waitFor();
            assert.equal(await preview.locator('main img, main script, main [onclick], main [onerror]').count(), 0, tab);
        }
        assert.deepEqual(bench.refusals, []);
    });

    it('compares two versions: who is gained and who is lost', async function () {
        await bench.run('View: Close All Editors');
        for (const [name, example] of [
            ['earlier.crit', 'breakfree-1-earlier.crit'],
            ['amended.crit', 'breakfree-1.crit'],
        ])
            fs.copyFileSync(inRoot('examples', example), path.join(bench.folder, name));
        await bench.openFile('amended.crit');
        await bench.line('protocol Breakfree1').click();
        await bench.run('Crit: Compare with Another Version');
        await bench.choices('earlier.crit').first().click();
        await page.locator('.tab', { hasText: 'What changed in amended' }).waitFor({ timeout: 120_000 });
        const report = bench.preview();
        await report
            .getByText(/narrowed|broadened/i)
            .first()
            .waitFor();
        await bench.picture('compare', { settle: 2500 });
    });

    it('looks well in the dark and in high contrast', async function () {
        await bench.run('View: Close All Editors');
        await bench.openFile('amended.crit');
        for (const [theme, name] of [
            ['Dark Modern', 'dark'],
            ['Dark High Contrast', 'high-contrast'],
        ]) {
            await bench.run('Preferences: Color Theme');
            const input = page.locator('.quick-input-widget:visible input').first();
            await input.fill(theme);
            await bench.choices(theme).first().waitFor();
            await input.press('Enter');
            await page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
            await bench.goToLine(115);
            await bench.line('exclude E-3').click();
            await bench.run('Crit: Show the Logic of the Criterion');
            await bench.preview().locator('[data-criterion="E-3"].at-cursor').waitFor();
            await bench.picture(`logic-${name}`);
        }
    });
});
