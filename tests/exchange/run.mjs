// Holds other engines against the law: node run.mjs FOLDER [--engine NAME]... [--spoil]
//
// FOLDER is what exchange_cases wrote. Every engine answers every complete job in `cases.jsonl`; its outcome, the norms
// that give it and the unread parts must be those that the law gives. `--spoil` changes one figure in each exported law
// first and succeeds only when every engine is then seen to disagree: a run that cannot fail says nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engines, readLaw } from './engines.mjs';
import { spoil } from './spoil.mjs';

const [folder, ...options] = process.argv.slice(2);
const chosen = options.flatMap((option, index) => (option === '--engine' ? [options[index + 1]] : []));
const spoiled = options.includes('--spoil');
const shown = 3;

const lines = readFileSync(join(folder, 'cases.jsonl'), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
const byFile = new Map();
for (const line of lines) byFile.set(line.file, [...(byFile.get(line.file) ?? []), line]);

const sorted = (list) => JSON.stringify([...(list ?? [])].sort());
function difference(line, answer) {
  if (answer?.outcome !== line.outcome) return `outcome ${answer?.outcome}, by the law ${line.outcome}`;
  if (sorted(answer.norms) !== sorted(line.norms)) return `norms ${answer.norms}, by the law ${line.norms}`;
  if (sorted(answer.unread) !== sorted(line.unread)) return `unread ${answer.unread}, by the law ${line.unread}`;
  return sorted(answer.not_given) === '[]' ? null : `not given ${answer.not_given}`;
}

async function hold(name) {
  const started = Date.now();
  const count = { jobs: 0, disagreed: 0, cases: new Set(), laws: new Set() };
  for (const [file, jobs] of byFile) {
    const text = readLaw(join(folder, file), name);
    const answer = await engines[name].open(spoiled ? spoil(text) : text);
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
  console.log(`${name}: ${count.jobs} jobs of ${count.cases.size} cases under ${byFile.size} texts of ${count.laws.size} laws: `
    + `${count.jobs - count.disagreed} agree, ${count.disagreed} disagree (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return count;
}

let failed = lines.length === 0;
for (const name of chosen.length > 0 ? chosen : Object.keys(engines)) {
  const count = await hold(name);
  failed ||= spoiled ? count.disagreed === 0 : count.disagreed > 0;
}
process.exit(failed ? 1 : 0);
