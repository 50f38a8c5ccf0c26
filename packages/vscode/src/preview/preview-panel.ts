// The preview beside the text: asks the server for what is shown, follows edits, and keeps the two scrolled to the same criterion.
import type { Disposable, ExtensionContext, TextEditor, WebviewPanel } from 'vscode';
import { TextEditorRevealType, Uri, ViewColumn, languages, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Outline, Preview, PreviewKind, PreviewPiece, Problem } from '../requests.js';
import { PREVIEW_KINDS } from '../requests.js';
import { editorRange, reveal } from '../reveal.js';
import type { FromPage, ToPage } from './messages.js';
import { newNonce, pageHtml } from './page.js';

const VIEW = 'crit.preview';
/** Milliseconds after an edit before the preview is asked for anew. */
const DELAY = 120;
/** Milliseconds in which one side's scrolling is taken for the answer to the other's. */
const ECHO = 400;

export class PreviewPanel implements Disposable {
    private panel: WebviewPanel | undefined;
    private source: Uri | undefined;
    private kind: PreviewKind = 'registry';
    private pieces: readonly PreviewPiece[] = [];
    private pending: { criterion: string; focus: boolean } | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private scrolledByPage = 0;
    private scrolledByEditor = 0;
    private readonly registrations: Disposable[];

    constructor(
        private readonly context: ExtensionContext,
        private readonly client: BaseLanguageClient,
    ) {
        this.registrations = [
            window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
            workspace.onDidChangeTextDocument(({ document }) => this.isShown(document.uri) && this.soon()),
            languages.onDidChangeDiagnostics(({ uris }) => uris.some((uri) => this.isShown(uri)) && this.soon()),
            window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.editorScrolled(textEditor)),
            window.onDidChangeTextEditorSelection(({ textEditor }) => this.editorScrolled(textEditor, textEditor.selection.active.line)),
        ];
    }

    /** Shows the preview of a file, or of the one in the editor, beside it. */
    async show(given?: string, kind?: PreviewKind): Promise<void> {
        const document = window.activeTextEditor?.document;
        const source = given === undefined ? (document?.languageId === 'crit' ? document.uri : undefined) : Uri.parse(given);
        if (source === undefined) return void window.showInformationMessage('Open a .crit file first: the preview shows the file in the active editor.');
        this.source = source;
        if (kind !== undefined) this.kind = kind;
        if (this.panel === undefined) this.open();
        else this.panel.reveal(undefined, true);
        await this.update();
    }

    /** Shows the logic of the criterion under the cursor. */
    async showLogic(): Promise<void> {
        const editor = window.activeTextEditor;
        await this.show(undefined, 'logic');
        const criterion = editor === undefined ? undefined : this.pieceAt(editor, editor.selection.active.line)?.criterion;
        if (criterion !== undefined) {
            this.pending = { criterion, focus: true };
            this.post({ type: 'reveal', criterion, focus: true });
        }
    }

    dispose(): void {
        clearTimeout(this.timer);
        for (const registration of this.registrations) registration.dispose();
        this.panel?.dispose();
    }

    private open(): void {
        const root = Uri.joinPath(this.context.extensionUri, 'dist', 'webview');
        const panel = window.createWebviewPanel(
            VIEW,
            'Preview',
            { viewColumn: ViewColumn.Beside, preserveFocus: true },
            { enableScripts: true, localResourceRoots: [root], retainContextWhenHidden: true },
        );
        this.panel = panel;
        panel.iconPath = Uri.joinPath(this.context.extensionUri, 'icon.png');
        panel.webview.onDidReceiveMessage((message: FromPage) => this.receive(message));
        panel.onDidDispose(() => (this.panel = undefined));
        const address = (file: string): string => panel.webview.asWebviewUri(Uri.joinPath(root, file)).toString();
        panel.webview.html = pageHtml({ script: address('preview.js'), style: address('preview.css'), source: panel.webview.cspSource, nonce: newNonce() });
    }

    private receive(message: FromPage): void {
        switch (message.type) {
            case 'ready':
                void this.update().then(() => {
                    if (this.pending !== undefined) this.post({ type: 'reveal', ...this.pending });
                });
                break;
            case 'kind':
                if (PREVIEW_KINDS.includes(message.kind)) this.kind = message.kind;
                void this.update();
                break;
            case 'scrolled':
                this.pageScrolled(message.criterion);
                break;
            case 'chosen': {
                const piece = this.pieces.find(({ criterion }) => criterion === message.criterion);
                if (piece !== undefined) void reveal(piece.uri, message.range ?? piece.range);
            }
        }
    }

    private post(message: ToPage): void {
        void this.panel?.webview.postMessage(message);
    }

    private isShown(uri: Uri): boolean {
        return this.panel !== undefined && this.source?.toString() === uri.toString();
    }

    private follow(editor: TextEditor | undefined): void {
        if (this.panel === undefined || editor?.document.languageId !== 'crit' || this.isShown(editor.document.uri)) return;
        if (editor.document.uri.scheme === 'crit-vocabulary' || editor.document.uri.scheme === 'crit-compare') return;
        this.source = editor.document.uri;
        void this.update();
    }

    private soon(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.update(), DELAY);
    }

    /** Asks for what is shown. While the file has errors, or the server starts anew, the last good one stays, and the page says so. */
    private async update(): Promise<void> {
        const { source, kind } = this;
        if (source === undefined || this.panel === undefined) return;
        this.panel.title = `Preview: ${source.path.split('/').at(-1) ?? ''}`;
        const uri = source.toString();
        try {
            const preview = await this.client.sendRequest<Preview | Problem>('crit/preview', { uri, kind });
            const outline = await this.client.sendRequest<Outline | null>('crit/outline', { uri });
            if (kind !== this.kind || uri !== String(this.source)) return;
            if ('problem' in preview) return this.post({ type: 'problem', kind, text: preview.problem });
            this.pieces = preview.pieces;
            this.post({ type: 'show', preview, cohorts: (outline?.cohorts ?? []).map(({ id, title }) => ({ id, title })) });
        } catch {
            this.post({ type: 'problem', kind, text: 'The language server does not answer; the preview comes back with it.' });
        }
    }

    private pieceAt({ document, visibleRanges }: TextEditor, line = visibleRanges[0]?.start.line ?? 0): PreviewPiece | undefined {
        const own = this.pieces.filter(({ uri }) => Uri.parse(uri).toString() === document.uri.toString());
        return own.find(({ range }) => range.start.line <= line && line <= range.end.line) ?? own.find(({ range }) => range.start.line >= line);
    }

    private editorScrolled(editor: TextEditor, line?: number): void {
        if (!this.isShown(editor.document.uri) || Date.now() - this.scrolledByPage < ECHO) return;
        const criterion = this.pieceAt(editor, line)?.criterion;
        if (criterion === undefined) return;
        this.scrolledByEditor = Date.now();
        this.post({ type: 'reveal', criterion, focus: false });
    }

    private pageScrolled(criterion: string): void {
        if (Date.now() - this.scrolledByEditor < ECHO) return;
        const piece = this.pieces.find((each) => each.criterion === criterion);
        const editor = window.visibleTextEditors.find(
            ({ document }) => document.uri.toString() === (piece === undefined ? '' : Uri.parse(piece.uri).toString()),
        );
        if (piece === undefined || editor === undefined) return;
        this.scrolledByPage = Date.now();
        editor.revealRange(editorRange(piece.range), TextEditorRevealType.AtTop);
    }
}
