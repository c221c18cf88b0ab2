// Checks state machines by AWS's language service: node asl-lint.js FILE ...
// Prints one line a finding as FILE:LINE:COLUMN: message; exit code 1 when there is any, 2 on wrong usage.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import service from "amazon-states-language-service";

const SUBSTITUTION = /\$\{[A-Za-z]+}/g;
const STAND_IN = "arn:aws:lambda:us-east-1:000000000000:function:name:live";

/** The definition as it is deployed: every substitution is an ARN. Lines stay as they are. */
export function substituted(definition) {
  return definition.replace(SUBSTITUTION, STAND_IN);
}

/** What the language service finds in a definition, warnings too. */
export async function findings(name, definition) {
  const document = service.TextDocument.create(`file:///${name}`, "asl", 1, substituted(definition));
  const language = service.getLanguageService({});
  const found = await language.doValidation(document, language.parseJSONDocument(document));
  return found.map(({ range, message }) => `${name}:${range.start.line + 1}:${range.start.character + 1}: ${message}`);
}

async function main(files) {
  if (files.length === 0) {
    console.error("asl-lint: give the state machines to check, such as ../*.asl.json");
    return 2;
  }
  const all = [];
  for (const file of files) {
    all.push(...(await findings(file, await readFile(file, "utf8"))));
  }
  all.forEach((finding) => console.error(finding));
  console.log(`asl-lint: ${files.length} state machines, ${all.length} findings`);
  return all.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
