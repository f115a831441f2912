/**
 * Words that say nothing about the topic of a hosting question. "not", "no", "off", "out", "back", "up", "down",
 * "without" stay words: "not received" and "switch off" are half of the meaning.
 */
const english = `a about actually after again ago all already also although always am an and another any anybody anyone
anything anyway are aren around as ask asked asking at away be because been before being both but by came can cannot cant
come could couldn couldnt did didn didnt do does doesn doesnt doing don done dont each either else etc even ever every
everything few for from further get gets getting give given go goes going gone gonna got had has hasn have haven having he
hello help her here hey hi him his how however i id if ill im in into is isn isnt it its itself ive just keep keeps kind
know let lets like ll look looking lot made make makes many may maybe me mean might mine more most much must my myself
need needed needs next now of oh ok okay on once one only onto or other others our ours over own please pls plz
possible probably put quite rather re really right said same say saying says see seem seems seen shall she should shouldn
since so some somebody somehow someone something sometimes somewhere soon still such sure take taken tell than thank
thanks that thats the their them then there theres these they theyre thing things think this those though thx till to
today together told too tried tries trying u ur us use used uses using ve very via want wanted wants was wasn way we well
went were weren what whatever whats when where whether which while who whole whom whose why will wish with within won
wont would wouldn yes yet you your yours`;

/** The commonest function words of Spanish, German and French, so that a foreign question is carried by its nouns and loan words. */
const foreign = `al aux avec c ce ces como con cuando das dans de del den der des die dies dieser dieses donde du ein eine einem
einen einer el elle en er es est et eu eure euer fur habe haben hat ich ihr il ils ist je kann kein keine la las le les lo los mais
mein meine meinem meinen meiner mes mi mich mir mis mit moi mon ma n nicht ne nous nuestro oder on ou para pas pero por porque
pour puedo qu que quel quelle qui quiero sa se ses si sich sie sind son sont su sur sus tengo todo tu und une uns unser vom von vous
votre wenn werden wie wir wird y zu zum zur`;

export const stopWords: ReadonlySet<string> = new Set(`${english} ${foreign}`.split(/\s+/));
