/** A tag that was read is sent by itself, so that a caller need not give it. */
const sendTags = (parameter) => {
  parameter.required = false;
};

/** Where a file of one of several kinds is sent, its sender says which, and sends it as it is. */
const sendFiles = (method, path, operation) => {
  const types = Object.keys(operation.requestBody?.content ?? {});
  if (types.every((type) => type.endsWith('json')) || types.length < 2) return;
  const schema = { type: 'string', enum: types };
  operation.parameters = [
    ...(operation.parameters ?? []),
    { in: 'header', name: 'Content-Type', required: true, description: 'What kind of file it is.', schema },
  ];
  const { [types[0]]: file, 'application/json': json } = operation.requestBody.content;
  const objects = json ? [json.schema] : [];
  const anyOf = [{ type: 'string' }, { type: 'string', format: 'binary' }, ...objects];
  operation.requestBody.content = { [types[0]]: { ...file, schema: { anyOf } } };
};

/** What `npm run build` makes of the document of the interface; nothing of it is written by hand. */
export default {
  input: '../../apps/api/openapi.json',
  output: { path: 'src/generated', clean: true, entryFile: false },
  parser: { patch: { parameters: { IfMatchRequired: sendTags }, operations: sendFiles } },
  plugins: [
    { name: '@hey-api/typescript' },
    {
      name: '@hey-api/sdk',
      responseStyle: 'data',
      auth: true,
      operations: { strategy: 'single', containerName: 'Operations', methods: 'instance' },
    },
    { name: '@hey-api/client-fetch', throwOnError: true },
  ],
};
