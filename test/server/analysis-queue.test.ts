// What is handed to the analysis, and when: one file at a time, the latest revision of each, open files first; whatever becomes of the worker.
import assert from 'node:assert/strict';
import type { AnalysisQueue as Queue, Outcome } from '@crit-lang/server/analysis/analysis-queue.js';
import { AnalysisQueue } from '@crit-lang/server/analysis/analysis-queue.js';
import { AnalysisWorker } from '@crit-lang/server/analysis/analysis-worker.js';
import type { AnalysisReply, AnalysisRequest } from '@crit-lang/server/analysis/messages.js';
import type { WorkerListener } from '@crit-lang/server/analysis/worker-host.js';
import { inProcess } from '@crit-lang/server/analysis/worker-host.js';
import { CONFLICTING } from './conflicting-trial.js';
import { URI, openedFile } from './opened-file.js';
import { ToyClock } from './toy-clock.js';

const { document } = openedFile(CONFLICTING).workspace.compilation(URI) ?? assert.fail();

/** A queue over a worker that does nothing by itself. */
function started(quietFor = 0) {
    const clock = new ToyClock();
    const revisions = new Map<string, number>();
    const posted: string[] = [];
    const arrived: string[] = [];
    const log: string[] = [];
    let listener: WorkerListener | undefined;
    const posts = (message: AnalysisRequest): void =>
        void posted.push(
            message.kind === 'analyse' ? `${message.file} ${message.revision}` : message.kind === 'forget' ? `forget ${message.file}` : message.kind,
        );
    const queue: Queue = new AnalysisQueue({
        host: {
            quietFor,
            start: (given) => {
                listener = given;
                posted.push('start');
                return { post: posts, stop: () => posted.push('stop') };
            },
        },
        clock,
        inputOf: (file) => (file === 'gone' ? null : { revision: revisions.get(file) ?? 1, document, sources: [], keep: true }),
        isUrgent: (file) => file.startsWith('open'),
        arrived: (file, outcome: Outcome) => arrived.push(`${file} ${outcome.revision}: ${'report' in outcome ? 'report' : outcome.problem}`),
        log: (message) => log.push(message),
    });
    const want = (file: string, revision = 1): void => {
        revisions.set(file, revision);
        queue.want(file);
    };
    const reply = (message: AnalysisReply): void => {
        listener?.reply(message);
        clock.pass(quietFor);
    };
    const report = (file: string, revision = 1): void =>
        reply({ kind: 'report', file, revision, report: { findings: [], cohorts: [], overlaps: [], notAnalysed: [], complete: true }, further: [] });
    const end = (why: string): void => {
        listener?.ended(why);
        clock.pass(quietFor);
    };
    return { clock, queue, posted, arrived, log, want, report, reply, end };
}

describe('what is handed to the analysis', function () {
    it('is one file at a time, those that are open first', function () {
        const { clock, posted, want, report, arrived } = started();
        for (const file of ['a', 'b', 'open']) want(file);
        clock.pass(0);
        assert.deepEqual(posted, ['start', 'open 1']);
        report('open');
        report('a');
        assert.deepEqual(posted, ['start', 'open 1', 'a 1', 'b 1']);
        assert.deepEqual(arrived, ['open 1: report', 'a 1: report']);
    });

    it('is the latest revision of a file, once', function () {
        const { clock, posted, want, report } = started();
        want('a');
        clock.pass(0);
        for (let revision = 2; revision <= 9; revision++) want('a', revision);
        report('a', 1);
        report('a', 9);
        assert.deepEqual(posted, ['start', 'a 1', 'a 9']);
    });

    it('waits for a pause where it would hold up other answers', function () {
        const { clock, posted, want } = started(700);
        want('a');
        clock.pass(600);
        want('a', 2);
        clock.pass(600);
        assert.deepEqual(posted, []);
        clock.pass(100);
        assert.deepEqual(posted, ['start', 'a 2']);
    });

    it('leaves out what is gone', function () {
        const { clock, posted, want } = started();
        want('gone');
        want('a');
        clock.pass(0);
        assert.deepEqual(posted, ['start', 'a 1']);
    });

    it('is tried once more when the worker ends over it, and then given up', function () {
        const { clock, posted, want, end, arrived, log } = started();
        want('a');
        want('b');
        clock.pass(0);
        end('Out of memory.');
        end('Out of memory.');
        // The file that ended it waits behind the others.
        assert.deepEqual(posted, ['start', 'a 1', 'start', 'b 1', 'start', 'a 1']);
        end('Out of memory.');
        assert.deepEqual(arrived, ['a 1: the analysis ended unexpectedly, twice; the output of the language server says more']);
        assert.match(log.join(), /started anew\. Out of memory/);
    });

    it('is ended when it takes long and an edit has overtaken it', function () {
        const { clock, posted, want } = started();
        want('a');
        clock.pass(0);
        want('a', 2);
        clock.pass(9_999);
        assert.deepEqual(posted, ['start', 'a 1']);
        clock.pass(1);
        assert.deepEqual(posted, ['start', 'a 1', 'stop', 'start', 'a 2']);
    });

    it('is told as a defect when it fails', function () {
        const { clock, want, reply, arrived, log } = started();
        want('a');
        clock.pass(0);
        reply({ kind: 'failed', file: 'a', revision: 1, problem: 'boom' });
        assert.match(arrived.join(), /^a 1: the analysis met a defect/);
        assert.match(log.join(), /A defect in Crit.*boom/);
    });

    it('answers requests with nothing when the worker ends', async function () {
        const { clock, queue, want, end } = started();
        assert.deepEqual(await queue.fixes('a', 1, 0), []);
        want('a');
        clock.pass(0);
        const [fixes, witness] = [queue.fixes('a', 1, 0), queue.witness('a', 1, 'SLE')];
        end('Out of memory.');
        assert.deepEqual(await fixes, []);
        assert.match(JSON.stringify(await witness), /ended unexpectedly/);
    });
});

describe('the analysis behind its messages', function () {
    const analyse = (revision: number): AnalysisRequest => ({
        kind: 'analyse',
        file: URI,
        revision,
        document: JSON.stringify(document),
        terms: JSON.stringify(document.terms),
        sources: [CONFLICTING],
        keep: true,
    });

    /** What a worker answers to messages, as it arrives on the other side. */
    function answers(...messages: AnalysisRequest[]): AnalysisReply[] {
        const replies: AnalysisReply[] = [];
        const worker = new AnalysisWorker((reply) => replies.push(structuredClone(reply)));
        for (const message of messages) worker.receive(message);
        return replies;
    }

    it('reports plain data', function () {
        const [reply] = answers(analyse(1));
        assert.ok(reply?.kind === 'report');
        assert.deepEqual(JSON.parse(JSON.stringify(reply)), reply);
        assert.ok(reply.report.findings.some(({ name }) => name === 'cohort-unsatisfiable'));
    });

    it('makes fixes for the revision it knows, and none for another', function () {
        const fixes = (revision: number): AnalysisRequest => ({ kind: 'fixes', request: revision, file: URI, revision, finding: 0 });
        const [, first, other] = answers(analyse(1), fixes(1), fixes(2));
        assert.ok(first?.kind === 'fixes' && first.fixes.length > 0);
        assert.ok(other?.kind === 'fixes' && other.fixes.length === 0);
    });

    it('says that a document cannot be read, and goes on', function () {
        const [failed, found] = answers({ ...(analyse(1) as Extract<AnalysisRequest, { kind: 'analyse' }>), document: '{}' }, analyse(2));
        assert.equal(failed?.kind, 'failed');
        assert.equal(found?.kind, 'report');
    });

    it('runs in the server too, between other messages', function () {
        const clock = new ToyClock();
        const replies: AnalysisReply[] = [];
        const running = inProcess(clock, (post) => new AnalysisWorker(post)).start({ reply: (reply) => replies.push(reply), ended: () => assert.fail() });
        running.post(analyse(1));
        assert.equal(replies.length, 0);
        clock.pass(0);
        assert.equal(replies[0]?.kind, 'report');
        running.post(analyse(2));
        running.stop();
        clock.pass(0);
        assert.equal(replies.length, 1);
    });
});
