// The workbench of a real VS Code with the packed extension, driven as a person does: keys, clicks, what can be seen.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installExtension, openBrowser, startServer, workbenchAddress } from '../vscode-host/code-server.mjs';
import { inRoot } from '../out/support/repository.js';

/** Milliseconds that something may take to appear on a busy machine. */
const PATIENCE = Number(process.env.CRIT_UI_PATIENCE ?? 40_000);

/** A folder of its own with the files given, the extension installed, a page that shows it. */
export class Workbench {
    /** Errors that the pages wrote, and what a policy kept them from loading. */
    refusals = [];

    /** @param settings of the user, such as the theme. */
    static async open(files, settings = {}) {
        const made = new Workbench();
        made.scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'crit-ui-'));
        made.folder = path.join(made.scratch, 'trial');
        fs.mkdirSync(made.folder);
        for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(made.folder, name), text);
        const extensions = path.join(made.scratch, 'extensions');
        if (installExtension(inRoot('packages/vscode/dist/crit.vsix'), extensions) !== 0) throw new Error('The .vsix could not be installed.');
        made.server = await startServer({ extensionsDir: extensions, settings });
        const { browser, page } = await openBrowser();
        Object.assign(made, { browser, page });
        await page.setViewportSize({ width: 1440, height: 900 });
        page.setDefaultTimeout(PATIENCE);
        page.on('pageerror', (error) => made.refusals.push(error.message));
        await page.goto(workbenchAddress(made.server, { folder: made.folder }));
        await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
        return made;
    }

    async close() {
        await this.browser?.close();
        await this.server?.stop();
        if (this.scratch !== undefined) fs.rmSync(this.scratch, { recursive: true, force: true, maxRetries: 5 });
    }

    /** Runs a command by its title in the command palette. */
    async run(title) {
        const input = await this.palette(`>${title}`);
        await this.choices(title).first().waitFor();
        await input.press('Enter');
    }

    async palette(text) {
        await this.page.keyboard.press('F1');
        const input = this.page.locator('.quick-input-widget:visible input').first();
        await input.waitFor();
        await input.fill(text);
        return input;
    }

    /** The rows of the list that is open. */
    choices(text) {
        return this.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: text });
    }

    async openFile(name) {
        await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
        await this.page.locator('.tab.active', { hasText: name }).waitFor();
    }

    /** A line of the text in the editor. */
    line(text) {
        return this.page.locator('.editor-instance .view-line', { hasText: text }).first();
    }

    /** Puts the cursor at the end of a line. */
    async goToEndOf(text) {
        await this.line(text).click();
        await this.page.keyboard.press('End');
    }

    /** Goes to a line by its number. */
    async goToLine(number) {
        const input = await this.palette(`:${number}`);
        await input.press('Enter');
    }

    /** An entry of the list of problems. */
    problem(text) {
        return this.page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
    }

    async showProblems() {
        if (!(await this.page.locator('.markers-panel').isVisible())) await this.page.keyboard.press('Control+Shift+M');
        await this.page.locator('.markers-panel').waitFor();
    }

    /** The page of the preview. */
    preview() {
        return this.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
    }

    /** Waits until something is so; gives the last answer. */
    async eventually(what, ask, accepts) {
        let last;
        for (const end = Date.now() + PATIENCE; Date.now() < end; await this.page.waitForTimeout(150)) {
            last = await ask();
            if (accepts(last)) return last;
        }
        throw new Error(`${what} did not come; the last answer was ${JSON.stringify(last)?.slice(0, 500)}`);
    }

    /** Takes a picture for the documentation, where pictures are asked for: CRIT_SCREENSHOTS names the folder. */
    async picture(name, { settle = 700 } = {}) {
        const folder = process.env.CRIT_SCREENSHOTS;
        if (!folder) return;
        // What appears fades in.
        await this.page.waitForTimeout(settle);
        await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
    }
}
