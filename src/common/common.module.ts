import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings';
import { CLOCK, type Clock } from './clock';
import { PublicAddress } from './public-address';

/** What every feature may ask for: the settings, the clock and whatever the start hands over. */
@Global()
@Module({})
export class CommonModule {
  static forRoot(
    settings: Settings,
    clock: Clock,
    handedOver: (Provider & { provide: symbol })[],
  ): DynamicModule {
    return {
      module: CommonModule,
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: CLOCK, useValue: clock },
        PublicAddress,
        ...handedOver,
      ],
      exports: [SETTINGS, CLOCK, PublicAddress, ...handedOver.map(({ provide }) => provide)],
    };
  }
}
