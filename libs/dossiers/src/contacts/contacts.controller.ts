import { Controller, Get, Param, UseInterceptors, applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { InArea, Needs } from '#identity';
import { By, type Caller, Offers } from '#platform';
import { ContactsInterceptor } from './contacts.interceptor.js';
import { Contacts } from './contacts.service.js';

/** The id in the name of a file, told from that of a record by what follows it. */
const FILE = ':id(^[0-9a-fA-F-]+).vcf';

@Controller()
@Needs('contacts:read')
export class ContactsController {
  constructor(private readonly contacts: Contacts) {}

  /** Gives a person as a contact: names in every language, present positions, and how to reach them. */
  @Get(`people/${FILE}`)
  @InArea('directory')
  @ApiTags('Directory')
  @AnswersContacts()
  ofPerson(@Param('id') id: string, @By() caller: Caller): Promise<string> {
    return this.contacts.write('person', id, caller);
  }

  /** Gives the people of a delegation as contacts. */
  @Get(`delegations/${FILE}`)
  @InArea('delegations', 'directory')
  @ApiTags('Delegations')
  @AnswersContacts()
  ofDelegation(@Param('id') id: string, @By() caller: Caller): Promise<string> {
    return this.contacts.write('delegation', id, caller);
  }

  /** Gives the people who take part in a visit as contacts. */
  @Get(`visits/${FILE}`)
  @InArea('visits', 'directory')
  @ApiTags('Visits')
  @AnswersContacts()
  ofVisit(@Param('id') id: string, @By() caller: Caller): Promise<string> {
    return this.contacts.write('visit', id, caller);
  }

  /** Gives the people who take part in a forum as contacts. */
  @Get(`forums/${FILE}`)
  @InArea('forums', 'directory')
  @ApiTags('Forums')
  @AnswersContacts()
  ofForum(@Param('id') id: string, @By() caller: Caller): Promise<string> {
    return this.contacts.write('forum', id, caller);
  }
}

function AnswersContacts(): MethodDecorator {
  return applyDecorators(
    Offers('text/vcard'),
    UseInterceptors(ContactsInterceptor),
    ApiOkResponse({
      description: 'The contacts (RFC 6350).',
      content: { 'text/vcard': { schema: { type: 'string', example: 'BEGIN:VCARD\r\n…' } } },
    }),
  );
}
