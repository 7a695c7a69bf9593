/** A tag that was read is sent by itself, so that a caller need not give it. */
const sendTags = (parameter) => {
  parameter.required = false;
};

/** What `npm run build` makes of the document of the interface; nothing of it is written by hand. */
export default {
  input: '../../apps/api/openapi.json',
  output: { path: 'src/generated', clean: true, entryFile: false },
  parser: { patch: { parameters: { IfMatchRequired: sendTags } } },
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
