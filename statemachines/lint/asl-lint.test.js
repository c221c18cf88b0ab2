import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { findings, substituted } from "./asl-lint.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const machines = readdirSync(join(here, "..")).filter((name) => name.endsWith(".asl.json"));

function broken(machine, change) {
  const definition = JSON.parse(readFileSync(join(here, "..", machine), "utf8"));
  change(definition.States, definition);
  return JSON.stringify(definition, null, 2);
}

function firstTask(states) {
  const all = Object.values(states).flatMap((state) => [state, ...(state.Branches ?? []).flatMap((branch) => Object.values(branch.States))]);
  return all.find((state) => state.Type === "Task");
}

function run(...files) {
  return spawnSync(process.execPath, [join(here, "asl-lint.js"), ...files], { encoding: "utf8" });
}

test("a state machine that is right has no findings", async () => {
  const pass = { StartAt: "A", States: { A: { Type: "Pass", End: true } } };
  assert.deepEqual(await findings("m", JSON.stringify(pass)), []);
});

for (const machine of machines) {
  test(`${machine} with a transition to nowhere is found`, async () => {
    const definition = broken(machine, (states, { StartAt }) => (states[StartAt].Next = "Nowhere"));
    assert.match((await findings(machine, definition)).join("\n"), /must be the name of an existing state/);
  });

  test(`${machine} with a state that nothing leads to is found`, async () => {
    const definition = broken(machine, (states) => (states.Lonely = { Type: "Succeed" }));
    assert.match((await findings(machine, definition)).join("\n"), /cannot be reached/);
  });

  test(`${machine} with a Task that does nothing is found`, async () => {
    const definition = broken(machine, (states) => delete firstTask(states).Resource);
    assert.match((await findings(machine, definition)).join("\n"), /Missing property "Resource"/);
  });
}

test("substitutions are replaced by ARNs and lines stay", () => {
  assert.equal(substituted('"${CloseRolloutFunctionArn}"\n"$.a"'), '"arn:aws:lambda:us-east-1:000000000000:function:name:live"\n"$.a"');
});

test("the command fails and says where when a machine is broken", () => {
  const folder = mkdtempSync(join(tmpdir(), "asl-lint-"));
  try {
    const file = join(folder, "bad.asl.json");
    writeFileSync(file, '{"StartAt": "A", "States": {\n  "A": {"Type": "Pass", "Next": "B"}}}');
    const bad = run(file);
    assert.equal(bad.status, 1);
    assert.match(bad.stderr, /bad\.asl\.json:2:\d+: .*existing state/);
    assert.match(bad.stdout, /1 state machines, [1-9]\d* findings/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the command without machines is wrong usage", () => {
  assert.equal(run().status, 2);
});

test("there are machines to check", () => {
  assert.ok(machines.length >= 3, `found ${machines}`);
});
