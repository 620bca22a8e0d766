import { ForceSteps, type Ask } from './force-steps';

const steps = new ForceSteps();

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  const answer = steps.answer(data);
  if (answer) (self as unknown as Worker).postMessage(answer, [answer.places.buffer]);
};
