// Holds other engines against the law: node run.mjs FOLDER [--engine NAME]... [--every N] [--spoil]
//
// FOLDER is what exchange_cases wrote. Every engine answers every complete job in `cases.jsonl`; its outcome, the norms
// that give it and the unread parts must be those that the law gives. `--every N` takes each Nth job only. `--spoil` changes one figure in each exported law
// first and succeeds only when every engine is then seen to disagree: a run that cannot fail says nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engines, readLaw } from './engines.mjs';
import { spoil } from './spoil.mjs';

const [folder, ...options] = process.argv.slice(2);
const chosen = options.flatMap((option, index) => (option === '--engine' ? [options[index + 1]] : []));
const spoiled = options.includes('--spoil');
const every = options.includes('--every') ? Number(options[options.indexOf('--every') + 1]) : 1;
const shown = 3;

const lines = readFileSync(join(folder, 'cases.jsonl'), 'utf8').split('\n').filter((line) => line !== '').filter((_, index) => index % every === 0)
  .map((line) => JSON.parse(line));
const byFile = new Map();
for (const line of lines) byFile.set(line.file, [...(byFile.get(line.file) ?? []), line]);

const sorted = (list) => JSON.stringify([...(list ?? [])].sort());
function difference(line, answer) {
  if (answer?.outcome !== line.outcome) return `outcome ${answer?.outcome}, by the law ${line.outcome}`;
  if (sorted(answer.norms) !== sorted(line.norms)) return `norms ${answer.norms}, by the law ${line.norms}`;
  if (sorted(answer.unread) !== sorted(line.unread)) return `unread ${answer.unread}, by the law ${line.unread}`;
  return sorted(answer.not_given) === '[]' ? null : `not given ${answer.not_given}`;
}

// Jobs that are none: an input is missing, or has a value that it cannot have, or two values contradict each other.
function badJobs(inputs) {
  const jobs = [];
  for (const missing of ['age', 'tasks', 'sector', 'arrangement', 'harmful'].filter((input) => input in inputs)) {
    const { [missing]: left_out, ...rest } = inputs;
    jobs.push({ inputs: rest, outcome: 'incomplete', not_given: [missing] });
    jobs.push({ inputs: { ...inputs, [missing]: missing === 'age' ? 3.5 : missing === 'tasks' ? ['no-such-code'] : 'none such' },
      outcome: 'incomplete', not_given: [missing] });
  }
  if ('hours_per_day' in inputs && 'hours_per_week' in inputs) {
    jobs.push({ inputs: { ...inputs, hours_per_day: 20, hours_per_week: 1 }, outcome: 'contradictory', not_given: [] });
  }
  return jobs;
}

async function hold(name) {
  const started = Date.now();
  const count = { jobs: 0, bad: 0, disagreed: 0, cases: new Set(), laws: new Set() };
  let files = 0;
  for (const [file, jobs] of byFile) {
    files += 1;
    const text = readLaw(join(folder, file), name);
    const answer = await engines[name].open(spoiled ? spoil(text) : text);
    // Two of them a text, others with each text.
    const bad_jobs = badJobs(jobs[0].inputs).filter((_, index) => (index + files) % 5 === 0);
    for (const bad of spoiled ? [] : bad_jobs) {
      const said = await answer(bad.inputs).catch((error) => ({ outcome: `an error: ${error.message}` }));
      count.bad += 1;
      if (said.outcome !== bad.outcome || sorted(said.not_given) !== sorted(bad.not_given)) {
        count.disagreed += 1;
        console.log(`${name}: ${file}: ${said.outcome} ${said.not_given} instead of ${bad.outcome} ${bad.not_given}`.slice(0, 400));
      }
    }
    for (const line of jobs) {
      let found;
      try {
        found = difference(line, await answer(line.inputs));
      } catch (error) {
        found = `an error: ${error.message}`;
      }
      count.jobs += 1;
      count.cases.add(line.case);
      count.laws.add(file.split('-')[0]);
      if (found !== null) {
        count.disagreed += 1;
        if (!spoiled && count.disagreed <= shown) {
          console.log(`${name}: ${line.case} (${file}): ${found.slice(0, 2000)}\n    ${JSON.stringify(line.inputs)}`);
        }
      }
    }
  }
  console.log(`${name}: ${count.jobs} jobs of ${count.cases.size} cases and ${count.bad} bad ones under ${byFile.size} texts of ${count.laws.size} laws: `
    + `${count.jobs + count.bad - count.disagreed} agree, ${count.disagreed} disagree (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return count;
}

let failed = lines.length === 0;
for (const name of chosen.length > 0 ? chosen : Object.keys(engines)) {
  const count = await hold(name);
  failed ||= spoiled ? count.disagreed === 0 : count.disagreed > 0;
}
process.exit(failed ? 1 : 0);
