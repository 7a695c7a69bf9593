import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OpenToAnybody } from '#identity';
import { CONFIG, Clock, type Config, Offers } from '#platform';
import { RECORD_PROBLEMS, Refusal } from '#refusals';

const VALID_FOR_DAYS = 90;

@ApiTags('Health')
@OpenToAnybody()
@Controller('.well-known')
export class WellKnownController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Says where weaknesses are reported (RFC 9116), where the operator has said it. */
  @Get('security.txt')
  @Offers('text/plain')
  @ApiOkResponse({
    description: 'The contact, and until when it holds.',
    content: {
      'text/plain': { schema: { type: 'string', example: 'Contact: mailto:security@example.org\n' } },
    },
  })
  @Header('content-type', 'text/plain; charset=utf-8')
  tellContact(): string {
    const { securityContact, publicUrl } = this.config;
    if (!securityContact)
      throw new Refusal(RECORD_PROBLEMS['record.unknown'], 'Whoever runs this server names no contact here.');
    const expires = new Date(this.clock.now().getTime() + VALID_FOR_DAYS * 24 * 60 * 60 * 1000);
    return [
      `Contact: ${securityContact}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: en',
      `Canonical: ${publicUrl}/.well-known/security.txt`,
      '',
    ].join('\n');
  }
}
