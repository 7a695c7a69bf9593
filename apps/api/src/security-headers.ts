import type { SecurityHeadersOptions } from '@nestjs/common';
import type { Config } from '#platform';

/** What browsers are told with every answer: Swagger UI runs, of this server alone, and nothing frames it. */
export function securityHeaders({ publicUrl }: Config): SecurityHeadersOptions {
  const isEncrypted = publicUrl.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'self'",
        baseUri: "'none'",
        formAction: "'none'",
        frameAncestors: "'none'",
        imgSrc: ["'self'", 'data:'],
        objectSrc: "'none'",
        // Swagger UI brings two style elements, and styles many of its own.
        styleSrc: ["'self'", "'unsafe-inline'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: isEncrypted && { includeSubDomains: false },
    crossOriginOpenerPolicy: isEncrypted,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xPoweredBy: false,
    xXssProtection: false,
  };
}
