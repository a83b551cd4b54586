// Holds the OpenAPI description against its standard, and what the HTTP tests sent and got against
// the description. SPDX-License-Identifier: GPL-3.0-or-later
// Usage: node check.mjs OPENAPI.json FOLDER_OF_EXCHANGES
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";

const [descriptionFile, folder] = process.argv.slice(2);
const description = JSON.parse(readFileSync(descriptionFile, "utf8"));
const complaints = [];

const standard = await new Validator().validate(structuredClone(description));
if (!standard.valid) {
  complaints.push(`not OpenAPI: ${JSON.stringify(standard.errors)}`);
}

// A member that is not described may be sent one day, but today it is a mistake.
function closed(schema) {
  if (Array.isArray(schema)) {
    return schema.map(closed);
  }
  if (schema === null || typeof schema !== "object") {
    return schema;
  }
  const copy = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
  if (copy.type === "object" && copy.properties) {
    copy.additionalProperties = false;
  }
  return copy;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: "lede", components: closed(description.components) });
const compiled = new Map();
function validatorOf(schema) {
  const key = JSON.stringify(schema);
  if (!compiled.has(key)) {
    compiled.set(key, ajv.compile(JSON.parse(key.replaceAll('"#/', '"lede#/'))));
  }
  return compiled.get(key);
}

function resolved(part) {
  return part?.$ref ? part.$ref.slice(2).split("/").reduce((at, name) => at[name], description) : part;
}

const templates = Object.keys(description.paths).map((path) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{[a-z]+\}/g, "[^/]+")}/?$`),
}));
const undescribed = { responses: { "4XX": { $ref: "#/components/responses/Problem" } } };
// Pages answer people, whatever they do.
const undescribedPage = { responses: { "4XX": { $ref: "#/components/responses/ProblemPage" } } };

function check(exchange) {
  const path = exchange.target.split("?")[0];
  const template = templates.find(({ pattern }) => pattern.test(path))?.path;
  const method = exchange.method.toLowerCase();
  if (method === "options" && exchange.status === 204) {
    return null;
  }
  const operation = description.paths[template]?.[method] ??
    (description.paths[template]?.get?.responses["4XX"]?.$ref === undescribedPage.responses["4XX"].$ref ? undescribedPage : undescribed);
  const status = String(exchange.status);
  const response = resolved(operation.responses[status] ?? operation.responses[`${status[0]}XX`]);
  if (!response) {
    return `status ${status} is not described`;
  }
  if (exchange.status < 300) {
    answered.add(`${method} ${template}`);
  }
  if (!response.content) {
    return exchange.type === "" ? null : `has a body, of ${exchange.type}`;
  }
  const type = exchange.type.split(";")[0];
  // A status may be described more narrowly than the class of errors it belongs to.
  const content = response.content[type] ?? resolved(operation.responses[`${status[0]}XX`])?.content?.[type];
  if (!content) {
    return `content type ${exchange.type} is not described`;
  }
  if (exchange.coding !== "" || !type.endsWith("json")) {
    return null;
  }
  const validate = validatorOf(content.schema);
  return validate(exchange.body) ? null : ajv.errorsText(validate.errors);
}

const answered = new Set();
const lines = readdirSync(folder).flatMap((name) =>
  readFileSync(join(folder, name), "utf8").split("\n").filter(Boolean));
// The next run must not be judged by the answers of this one.
rmSync(folder, { recursive: true });
for (const line of lines) {
  const exchange = JSON.parse(line);
  const complaint = check(exchange);
  if (complaint) {
    complaints.push(`${exchange.method} ${exchange.target.slice(0, 100)}: ${complaint}`);
  }
}

for (const [path, operations] of Object.entries(description.paths)) {
  for (const method of Object.keys(operations)) {
    if (!answered.has(`${method} ${path}`)) {
      complaints.push(`${method} ${path} is described, but no test had an answer from it`);
    }
  }
}
for (const complaint of complaints.slice(0, 40)) {
  console.error(complaint);
}
console.log(`${lines.length} exchanges checked, ${complaints.length} complaints`);
process.exit(complaints.length > 0 || lines.length < 100 ? 1 : 0);
