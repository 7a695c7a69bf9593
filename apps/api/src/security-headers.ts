import type { SecurityHeadersOptions } from '@nestjs/common';
import type { Config } from '#platform';
import { signInOrigins } from './sign-in.js';

/** What browsers are told with every answer: Swagger UI runs, of this server alone, and nothing frames it. */
export function securityHeaders(config: Config): SecurityHeadersOptions {
  const isEncrypted = config.publicUrl.startsWith('https:');
  const origins = signInOrigins(config);
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'self'",
        ...(origins.length > 0 ? { connectSrc: ["'self'", ...origins] } : {}),
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
    // The window in which somebody signs in hands what it got to the one that opened it.
    crossOriginOpenerPolicy: isEncrypted && origins.length === 0,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xPoweredBy: false,
    xXssProtection: false,
  };
}
