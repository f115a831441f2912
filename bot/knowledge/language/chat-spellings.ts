/** How people write in haste, and what they mean. */
const spellings = `
u you | ur your | n and | okk ok | ppl people | pls please | plz please | plaese please | plese please
pleas please
thx thanks | ty thanks | tnx thanks | thanx thanks | cheerz cheers | msg message | msgs messages | mssg message
acc account | acct account | accnt account | accout account | acount account
pw password | pwd password | passwd password | passw password | addr address | adress address | adresses addresses
addy address | adres address | nr number | nmbr number | numbr number
wat what | wut what | wot what | wots whats | wats whats | whta what | waht what | wnat want | wantd wanted
wana want | wanna want | gona going | gonna going | goin going | gettin getting | getn getting | tryin trying
tryna trying | tryed tried | askin asking | askn asking | sayin saying | givin giving
wher where | whr where | whn when | wich which | whcih which | wyh why | whos whose | hw how | hwo how
ther there | thier their | thre there | teh the | th the | tht that | taht that | ths this | thsi this | dese these
thm them
frm from | fro for | 2moro tomorrow | tmrw tomorrow | tomoro tomorrow | b4 before | l8r later | gr8 great | m8 mate
nto not | nt not | dnt dont | dosnt doesnt | doenst doesnt | dosent doesnt | dsnt doesnt | cnt cant | carnt cant
cudnt couldnt | coudnt couldnt | cud could | wud would | shud should | shoud should | shuold should | havnt havent
hav have | hvae have | hve have
jus just | jst just | juts just | bcoz because | cos because | coz because | cuz because | becuase because
becasue because
evn even | evry every | evrything everything | everythin everything | evrytime every | evryone everyone
somthing something | sumthin something | sumthing something | sumone someone | somone someone | sombody somebody
sumtimes sometimes | nothin nothing | nuthin nothing | anythin anything | anyting anything
agian again | agen again | agn again | allready already | alredy already | alrdy already | allways always
alwys always | alot lot | allso also | aftr after | afta after | afer after | befor before | untill until
stil still | stll still | mayb maybe | mybe maybe | prolly probably | probly probably | rly really | realy really
diffrent different | diferent different | specfic specific | necesary necessary | posible possible
possbile possible
bak back | bck back | ot to | ovr over | yur your | yor your | mny many | mor more | moer more | mutch much
bigest biggest | larg large | fulll full | delet delete | deleet delete | creat create | mak make | updat update
updateing updating | ading adding | comming coming | incomming incoming | sents sent | snd send | sendin sending
recieve receive | recieved received | recieving receiving | recive receive | receve receive | recvd received
rcvd received | bloked blocked | blokd blocked | baned banned | hakd hacked | hackd hacked | hakked hacked
denyed denied | exceded exceeded | exeeded exceeded | sucesful successful | succesful successful | failurs failures
emial email | emal email | eamil email | emali email | meil mail | maling mailing | mailboxs mailboxes | maill mail
imbox inbox | inbx inbox | outlok outlook | outlock outlook | outluk outlook | gmial gmail | gamil gmail
hotmial hotmail | yaho yahoo | iphon iphone | ifone iphone | andriod android | androd android | samsng samsung
domian domain | doamin domain | domein domain | domane domain | websit website | websits websites | wesbite website
wensite website | webiste website | hompage homepage | sevrer server | servr server | srver server | hostin hosting
wordpres wordpress | wordpess wordpress | pluggin plugin | plugn plugin | cpannel cpanel | cpanl cpanel
certifcate certificate | certficate certificate | sll ssl | datbase database | databse database | pasword password
passwrd password | pssword password | passowrd password | passwort password | usrname username | usernme username
usre user | loging logging | acces access | acess access | swich switch | swtich switch | filtr filter
storag storage | stuf stuff | helpp help | hlp help | wiv with | wth with | thru through | tho though
altho although | biz business | busness business | buisness business | bussiness business | fone phone | fon phone
phon phone
sez says | knos knows | kno know | gotta must | hafta must | sooo so | soooo so | minuts minutes | yest yesterday
ystrday yesterday | yesturday yesterday | mony money | giv give | givs gives | kil kill | stupidness stupid
controll control | shudnt shouldnt | wudnt wouldnt | propaly properly | permision permission
permisions permissions | attachmnt attachment | attatchment attachment | atachment attachment
attachement attachment | forwad forward | foward forward | fowarding forwarding | redirct redirect | bounse bounce
bouncd bounced | spamm spam | blaklist blacklist | calender calendar | adressbook addressbook | supplyer supplier
membr member | membrs members | custmer customer | custmers customers | clint client | clints clients
hr hour | hrs hours | mins minutes | wk week | mth month | pics pictures | pic picture | vids videos
docs documents
`;

const meant = new Map(
  spellings
    .split(/[|\n]/)
    .map((entry) => entry.trim().split(' '))
    .flatMap(([written, meaning]) => (written && meaning ? [[written, meaning] as const] : [])),
);

/** The word that is meant by one of chats' usual spellings; the same word where there is none. */
export const plainSpelling = (folded: string): string => meant.get(folded) ?? folded;
