import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

describe('the log', () => {
  it('holds what is worth telling, unless it is told otherwise', () => {
    const levels = [{}, { LOG_LEVEL: '' }, { LOG_LEVEL: 'debug' }].map((given) => readConfig(given).logLevel);
    expect(levels).toEqual(['info', 'info', 'debug']);
  });

  it.each(['loud', 'INFO', '30'])('has no level %s', (LOG_LEVEL) => {
    expect(() => readConfig({ LOG_LEVEL })).toThrow(
      'LOG_LEVEL must be one of silent, fatal, error, warn, info, debug, trace.',
    );
  });
});

describe('whatever is set', () => {
  const NUMBERS = [
    'PORT',
    'METRICS_PORT',
    'DATABASE_POOL_SIZE',
    'REQUEST_TIMEOUT',
    'DOCUMENT_MAX_MIB',
    'RATE_LIMIT_TOKEN',
    'RATE_LIMIT_ADDRESS',
    'RATE_LIMIT_FAILURES',
    'TOKEN_MAX_DAYS',
    'PROTECTED_DAYS',
  ];
  const OTHERS = ['HOST', 'METRICS_HOST', 'OTEL_SERVICE_NAME', 'LOG_LEVEL', 'WORKER', 'OFFICE_TIME_ZONE'];

  it.each([...NUMBERS, ...OTHERS, 'DATABASE_URL', 'PUBLIC_URL'])(
    '%s is as if not set where it is blank',
    (name) => {
      expect(readConfig({ [name]: ' \t' })).toEqual(readConfig({}));
    },
  );

  it.each(NUMBERS)('%s is a number in digits, with or without spaces around', (name) => {
    expect(readConfig({ [name]: ' 30\n' })).toEqual(readConfig({ [name]: '30' }));
    for (const value of ['0x1e', '3e1', '+30', '30.0', '3 0', '-30', '３０'])
      expect(() => readConfig({ [name]: value })).toThrow(`${name} must be a whole number from `);
  });

  it('has no spaces around, but for a password', () => {
    const { host, databaseUrl } = readConfig({
      HOST: ' ::1 ',
      DATABASE_URL: ' postgres://office@db/corteo\n',
      DATABASE_PASSWORD: ' a ',
    });
    expect([host, databaseUrl]).toEqual(['::1', 'postgres://office:%20a%20@db/corteo']);
  });
});

describe('a document', () => {
  it('has at most 50 MiB, unless it is told otherwise', () => {
    const most = [{}, { DOCUMENT_MAX_MIB: '2' }].map((given) => readConfig(given).documentMaxBytes);
    expect(most).toEqual([52_428_800, 2_097_152]);
  });

  it.each(['0', '501', '1.5', 'x'])('cannot have %s', (DOCUMENT_MAX_MIB) => {
    expect(() => readConfig({ DOCUMENT_MAX_MIB })).toThrow(
      'DOCUMENT_MAX_MIB must be a whole number from 1 to 500.',
    );
  });
});

describe('what is old', () => {
  it('goes after the days that are said, and otherwise after those that are usual', () => {
    const days = [{}, { RETENTION: ' audit = 1000,refusals=30, ' }, { RETENTION: 'people=3650' }].map(
      (given) => readConfig(given).retention,
    );
    const usual = { audit: 730, refusals: 90, tokens: 365, people: 0, sources: 0, documents: 0, deputies: 0 };
    expect(days).toEqual([usual, { ...usual, audit: 1000, refusals: 30 }, { ...usual, people: 3650 }]);
  });

  it.each([
    'audit',
    'audit=',
    'audit=29',
    'audit=0',
    'audit=36501',
    'audit=1.5',
    'visits=90',
    'audit=90=90',
    '90',
  ])('cannot go after %s', (RETENTION) => {
    expect(() => readConfig({ RETENTION })).toThrow(
      'RETENTION must be days from 30 to 36500 of audit, refusals, tokens, people, sources, documents, deputies, as in audit=730, tokens=365; 0 of people, sources, documents, deputies is for ever.',
    );
  });

  it('is answered for by an office, and by a contact that can be reached', () => {
    const { officeName, dataProtectionContact } = readConfig({
      OFFICE_NAME: ' Naples ',
      DATA_PROTECTION_CONTACT: 'tel:+39-081-555-0100',
    });
    expect([officeName, dataProtectionContact]).toEqual(['Naples', 'tel:+39-081-555-0100']);
    expect(() => readConfig({ DATA_PROTECTION_CONTACT: 'Ms Rossi' })).toThrow(
      'DATA_PROTECTION_CONTACT must begin with https://, mailto: or tel:',
    );
  });
});

describe('metrics', () => {
  it('are served nowhere, unless it is told where', () => {
    const { metricsPort, metricsHost } = readConfig({});
    expect([metricsPort, metricsHost, readConfig({ METRICS_PORT: '9464' }).metricsPort]).toEqual([
      undefined,
      '127.0.0.1',
      9464,
    ]);
  });

  it.each(['x', '-1', '65536'])('cannot be served at port %s', (METRICS_PORT) => {
    expect(() => readConfig({ METRICS_PORT })).toThrow(
      'METRICS_PORT must be a whole number from 0 to 65535.',
    );
  });
});

describe('traces', () => {
  it('go nowhere, unless it is told where', () => {
    const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://collector:4318/';
    const configs = [
      readConfig({}),
      readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME: 'office' }),
    ];
    expect(configs.map(({ tracesUrl, serviceName }) => [tracesUrl, serviceName])).toEqual([
      [undefined, 'corteo'],
      ['http://collector:4318', 'office'],
    ]);
  });

  it('have to go to an address', () => {
    expect(() => readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' })).toThrow(
      'OTEL_EXPORTER_OTLP_ENDPOINT must be an address that starts with http:// or https://.',
    );
  });
});

describe('the address of pages for people', () => {
  it('is none, unless it is told', () => {
    expect(
      [readConfig({}), readConfig({ PUBLIC_PAGE_URL: '' })].map((config) => config.publicPageUrl),
    ).toEqual([undefined, undefined]);
  });

  it.each([
    'https://example.org/{kind}/{id}',
    'http://localhost:8080/events?kind={kind}&id={id}#{id}',
    'https://example.org/{id}/{kind}/',
  ])('may be %s', (pattern) => {
    expect(readConfig({ PUBLIC_PAGE_URL: pattern }).publicPageUrl).toBe(pattern);
  });

  it.each([
    'https://example.org/',
    'https://example.org/{id}',
    'https://example.org/{kind}',
    'https://example.org/{kind}/{id}/{slug}',
    'https://example.org/{kind}/{id}/{',
    'https://example.org/a b/{kind}/{id}',
  ])('has to hold kind and id, and nothing else in braces: %s', (pattern) => {
    expect(() => readConfig({ PUBLIC_PAGE_URL: pattern })).toThrow(
      'PUBLIC_PAGE_URL must hold {kind} and {id}, and no other braces or spaces, as in https://example.org/{kind}/{id}.',
    );
  });

  it.each([
    '/{kind}/{id}',
    'ftp://example.org/{kind}/{id}',
    'example.org/{kind}/{id}',
    'javascript:{kind}{id}',
  ])('has to be an address: %s', (pattern) => {
    expect(() => readConfig({ PUBLIC_PAGE_URL: pattern })).toThrow(
      'PUBLIC_PAGE_URL must be an address that starts with http:// or https://.',
    );
  });
});

describe('the time that a request may take', () => {
  it('is ten seconds unless it is told, and every other limit follows from it', () => {
    const [usual, told] = [readConfig({}), readConfig({ REQUEST_TIMEOUT: '20' })].map(({ limits }) => limits);
    expect([usual!.statement, told!.statement]).toEqual([8000, 16000]);
    expect([usual!.shutdown, told!.shutdown]).toEqual([6000, 12000]);
  });

  it.each(['0', '601', '1.5', 'long'])('is not %s', (seconds) => {
    expect(() => readConfig({ REQUEST_TIMEOUT: seconds })).toThrow(
      'REQUEST_TIMEOUT must be a whole number from 1 to 600.',
    );
  });
});

describe('the proxies that are trusted', () => {
  it.each([
    ['', []],
    ['10.0.0.1', ['10.0.0.1']],
    ['127.0.0.1, 10.0.0.0/8,fd00::/8, ::1', ['127.0.0.1', '10.0.0.0/8', 'fd00::/8', '::1']],
  ])('may be %j', (text, networks) => {
    expect(readConfig({ TRUST_PROXY: text }).trustedProxies).toEqual(networks);
  });

  it.each(['true', '1', 'proxy.example.org', '10.0.0.0/33', '::1/129', '10.0.0.1/', '10.0.0.0/8/8', '*'])(
    'have to be addresses or networks: %s',
    (text) => {
      expect(() => readConfig({ TRUST_PROXY: text })).toThrow(
        'TRUST_PROXY must be addresses or networks of proxies with commas between them, as in 10.0.0.1, fd00::/8.',
      );
    },
  );
});

describe('the origins whose pages may call the interface', () => {
  it('are none, unless they are told', () => {
    expect(readConfig({}).corsOrigins).toEqual([]);
    const told = readConfig({ CORS_ORIGINS: ' https://app.example.org, http://localhost:5173' });
    expect(told.corsOrigins).toEqual(['https://app.example.org', 'http://localhost:5173']);
  });

  it.each([
    '*',
    'null',
    'app.example.org',
    'https://app.example.org/',
    'https://*.example.org',
    'ftp://a.org',
  ])('are told as browsers tell them, and not as %s', (origin) => {
    expect(() => readConfig({ CORS_ORIGINS: `https://a.example.org,${origin}` })).toThrow(
      /^CORS_ORIGINS must be origins with commas between them, .* “\*” is none\.$/,
    );
  });
});

describe('how often callers may ask', () => {
  it('is bounded for tokens, for addresses, and for tokens that are not known', () => {
    expect(readConfig({}).rateLimits).toEqual({ token: 60_000, address: 600, failures: 60 });
  });

  it.each(['RATE_LIMIT_TOKEN', 'RATE_LIMIT_ADDRESS', 'RATE_LIMIT_FAILURES'])(
    'has to be a number: %s',
    (name) => {
      expect(() => readConfig({ [name]: '-1' })).toThrow(
        `${name} must be a whole number from 0 to 1000000000.`,
      );
    },
  );
});

describe('the contact for weaknesses', () => {
  it.each(['mailto:security@example.org', 'https://example.org/security', 'tel:+39-081-555'])(
    'may be %s',
    (contact) => {
      expect(readConfig({ SECURITY_CONTACT: contact }).securityContact).toBe(contact);
    },
  );

  it.each(['security@example.org', 'http://example.org', 'mailto:', 'mailto:a@b.org\nExpires: never'])(
    'has to be an address: %j',
    (contact) => {
      expect(() => readConfig({ SECURITY_CONTACT: contact })).toThrow(
        'SECURITY_CONTACT must begin with https://, mailto: or tel:, as in mailto:security@example.org.',
      );
    },
  );
});

describe('the identity provider', () => {
  const OIDC_ISSUER = 'https://login.example.org/office';
  const OIDC_AUDIENCE = 'https://corteo.example.org';
  const told = { OIDC_ISSUER, OIDC_AUDIENCE };

  it('is none, unless it is told', () => {
    expect([readConfig({}).openId, readConfig({ OIDC_ISSUER: '' }).openId]).toEqual([undefined, undefined]);
  });

  it('is known by its address and by what it calls the office', () => {
    expect(readConfig(told).openId).toEqual({
      issuer: OIDC_ISSUER,
      audience: OIDC_AUDIENCE,
      rolesClaim: 'roles',
      roles: undefined,
      organizationsClaim: undefined,
      clientId: undefined,
      scope: 'openid profile',
    });
  });

  it('may have words of its own for roles, and claims of its own for them', () => {
    const own = {
      OIDC_ROLES_CLAIM: 'realm_access.roles',
      OIDC_ROLES: 'intl-office=organizer, a=b = admin ,/staff/all=viewer',
      OIDC_ORGANIZATIONS_CLAIM: 'organizations',
      OIDC_CLIENT_ID: 'swagger',
      OIDC_SCOPE: ' openid  api://corteo/.default ',
    };
    expect(readConfig({ ...told, ...own }).openId).toMatchObject({
      rolesClaim: 'realm_access.roles',
      roles: new Map([
        ['intl-office', 'organizer'],
        ['a=b', 'admin'],
        ['/staff/all', 'viewer'],
      ]),
      organizationsClaim: 'organizations',
      clientId: 'swagger',
      scope: 'openid api://corteo/.default',
    });
  });

  it.each([
    'https://example.org',
    'https://example.org/',
    'http://localhost:8080/realms/x',
    'http://[::1]:1',
  ])('may be at %s, to the letter', (issuer) => {
    expect(readConfig({ ...told, OIDC_ISSUER: issuer }).openId?.issuer).toBe(issuer);
  });

  it.each([
    'http://example.org',
    'http://localhost.example.org',
    'http://127.0.0.1.example.org',
    'ftp://example.org',
    'example.org',
    'https://example.org?x',
    'https://example.org/#x',
    'https://me:secret@example.org',
    'https://example.org /',
  ])('is not at %s', (issuer) => {
    expect(() => readConfig({ ...told, OIDC_ISSUER: issuer })).toThrow(
      'OIDC_ISSUER must be an address that starts with https://, without “?” and “#”.',
    );
  });

  it.each(['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_ROLES_CLAIM', 'OIDC_CLIENT_ID'])(
    'is not told by %s alone',
    (name) => {
      expect(() => readConfig({ [name]: 'https://example.org' })).toThrow(
        `${name} needs OIDC_ISSUER and OIDC_AUDIENCE beside it.`,
      );
    },
  );

  it.each(['organizer', 'a=', '=admin', 'a=admin,', 'a=Admin'])(
    'has no such words for roles: %s',
    (OIDC_ROLES) => {
      expect(() => readConfig({ ...told, OIDC_ROLES })).toThrow(
        'OIDC_ROLES must be words and roles, as in intl-office=organizer,dpo=admin.',
      );
    },
  );

  it('tells its client of who signed in what gives no access', () => {
    expect(() => readConfig({ ...told, OIDC_CLIENT_ID: OIDC_AUDIENCE })).toThrow(
      'OIDC_CLIENT_ID must differ from OIDC_AUDIENCE',
    );
  });
});
