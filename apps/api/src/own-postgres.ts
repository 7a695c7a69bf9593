import { Injectable } from '@nestjs/common';
import type { Supervision } from '#embedded';

/** The Postgres that this server looks after by itself, where it does. */
@Injectable()
export class OwnPostgres {
  supervision: Supervision | undefined;
}
