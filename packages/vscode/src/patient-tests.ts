// The patient cases of all open and found protocols in the Test Explorer: run them, and read the reason in place.
import type { CancellationToken, Disposable, TestController, TestItem, TestRun, TestRunRequest } from 'vscode';
import { Location, TestMessage, TestRunProfileKind, Uri, languages, tests, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ListedCase, PatientRun, RunAnswer } from './requests.js';
import { editorRange } from './reveal.js';

/** Milliseconds after which the list follows an edit. */
const DELAY = 300;

export class PatientTests implements Disposable {
    private readonly controller: TestController = tests.createTestController('crit.patients', 'Patient cases');
    private readonly registrations: Disposable[];
    private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

    constructor(private readonly client: BaseLanguageClient) {
        this.controller.createRunProfile('Run', TestRunProfileKind.Run, (request, token) => this.run(request, token), true);
        this.controller.refreshHandler = () => this.findAll();
        this.controller.resolveHandler = async (item) => {
            if (item === undefined) await this.findAll();
        };
        this.registrations = [
            workspace.onDidOpenTextDocument(({ uri, languageId }) => this.soon(uri, languageId)),
            workspace.onDidChangeTextDocument(({ document }) => this.soon(document.uri, document.languageId)),
            languages.onDidChangeDiagnostics(({ uris }) =>
                uris.forEach((uri) => this.controller.items.get(uri.toString()) === undefined && this.soon(uri, uri.path.endsWith('.crit') ? 'crit' : '')),
            ),
        ];
        for (const { uri, languageId } of workspace.textDocuments) this.soon(uri, languageId);
    }

    /** Runs the cases of a title in a file, or all of it, as if chosen in the Test Explorer. Gives whether all passed. */
    async runCase(uri: string, title?: string): Promise<boolean> {
        const file = await this.list(Uri.parse(uri));
        const item = title === undefined ? file : file?.children.get(title);
        if (item === undefined) {
            void window.showInformationMessage(title === undefined ? 'The file has no patient cases.' : `There is no patient case "${title}" in the file.`);
            return false;
        }
        return this.runItems([item], this.controller.createTestRun({ include: [item], exclude: undefined, profile: undefined } as unknown as TestRunRequest));
    }

    dispose(): void {
        for (const timer of this.waiting.values()) clearTimeout(timer);
        for (const registration of this.registrations) registration.dispose();
        this.controller.dispose();
    }

    private async findAll(): Promise<void> {
        for (const uri of await workspace.findFiles('**/*.crit', '**/node_modules/**')) await this.list(uri);
    }

    private soon(uri: Uri, languageId: string): void {
        if (languageId !== 'crit' || (uri.scheme !== 'file' && uri.scheme !== 'untitled' && !workspace.getWorkspaceFolder(uri))) return;
        const key = uri.toString();
        clearTimeout(this.waiting.get(key));
        this.waiting.set(
            key,
            setTimeout(() => {
                this.waiting.delete(key);
                void this.list(uri);
            }, DELAY),
        );
    }

    /** Lists the cases of a file anew; results of cases that are still there stay. */
    private async list(uri: Uri): Promise<TestItem | undefined> {
        const key = uri.toString();
        const cases = await this.client.sendRequest<ListedCase[]>('crit/patientCases', { uri: key }).catch(() => []);
        if (cases.length === 0) {
            this.controller.items.delete(key);
            return undefined;
        }
        let file = this.controller.items.get(key);
        if (file === undefined) {
            file = this.controller.createTestItem(key, workspace.asRelativePath(uri), uri);
            this.controller.items.add(file);
        }
        const items = cases.map(({ title, cohort, nameRange }) => {
            const item = file.children.get(title) ?? this.controller.createTestItem(title, title, uri);
            item.range = editorRange(nameRange);
            item.description = cohort ?? 'every cohort';
            return item;
        });
        file.children.replace(items);
        return file;
    }

    private async run(request: TestRunRequest, token: CancellationToken): Promise<void> {
        if (request.include === undefined) await this.findAll();
        const chosen = request.include ?? [...this.controller.items].map(([, item]) => item);
        await this.runItems(chosen, this.controller.createTestRun(request), token, new Set(request.exclude ?? []));
    }

    private async runItems(chosen: readonly TestItem[], run: TestRun, token?: CancellationToken, left: ReadonlySet<TestItem> = new Set()): Promise<boolean> {
        let passed = true;
        try {
            for (const item of chosen) {
                if (token?.isCancellationRequested === true) break;
                const cases = item.children.size === 0 ? [item] : [...item.children].map(([, child]) => child);
                passed =
                    (await this.runCases(
                        cases.filter((each) => !left.has(each)),
                        run,
                    )) && passed;
            }
        } finally {
            run.end();
        }
        return passed;
    }

    private async runCases(items: readonly TestItem[], run: TestRun): Promise<boolean> {
        let passed = true;
        for (const item of items) {
            run.started(item);
            const answer = await this.client.sendRequest<RunAnswer>('crit/runPatientCase', { uri: String(item.uri), title: item.id });
            if ('problem' in answer) {
                run.errored(item, placed(answer.problem, item));
                passed = false;
                continue;
            }
            const failed = answer.runs.filter((each) => !each.passed);
            run.appendOutput(answer.runs.map(outputOf).join('').replaceAll('\n', '\r\n'), undefined, item);
            if (failed.length === 0) run.passed(item);
            else {
                passed = false;
                run.failed(
                    item,
                    failed.map((each) => placed(messageOf(each, answer.errors), item)),
                );
            }
        }
        return passed;
    }
}

function placed(text: string, item: TestItem): TestMessage {
    const message = new TestMessage(text);
    if (item.uri !== undefined && item.range !== undefined) message.location = new Location(item.uri, item.range);
    return message;
}

function messageOf({ cohort, failures, reasons }: PatientRun, errors: number): string {
    return [
        ...(cohort === null ? [] : [`For cohort ${cohort}:`]),
        ...failures,
        ...reasons.flatMap(({ criterion, lines }) => [`${criterion}:`, ...lines.map((line) => `  ${line}`)]),
        ...(errors === 0 ? [] : ['The file has errors: what stands on a line with one counts as unknown.']),
    ].join('\n');
}

function outputOf({ title, cohort, passed, outcome, reasons }: PatientRun): string {
    const head = `${passed ? 'as expected' : 'NOT as expected'}: "${title}"${cohort === null ? '' : ` in ${cohort}`} is ${outcome ?? 'undecided'}`;
    return [head, ...reasons.flatMap(({ criterion, lines }) => [`  ${criterion}`, ...lines.map((line) => `    ${line}`)]), ''].join('\n');
}
