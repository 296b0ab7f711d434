import { expect, it } from 'vitest'
import { lintBank } from './index.js'
import { pick } from './rule.js'

/** Questions of school as teachers write them, by language and by the rules that they break: no other may fire. */
const written: { readonly [language: string]: string } = {
  en: `
# sound
In the diagram of the heart, identify the chamber that pumps blood to the lungs. | Left ventricle | *Right ventricle | Left atrium | Right atrium
How long does the battery last? | 0–12 h | *13–24 h | 25–48 h | 49–60 h
Who was the first Roman emperor? | *Augustus | Nero | Trajan | Hadrian
Which event led Britain to declare war on Germany in August 1914? | The sinking of the Lusitania | *The invasion of Belgium | The battle of the Marne | The murder at Sarajevo
What was the main aim of the Marshall Plan? | To rearm West Germany | *To rebuild European economies | To create a common currency | To divide the city of Berlin
In which year did the Berlin Wall fall? | 1961 | 1979 | *1989 | 1991
Who painted the ceiling of the Sistine Chapel? | Leonardo da Vinci | Raphael | *Michelangelo | Titian
Which of these rulers was a member of the House of Tudor? | *Henry VIII | George III | Charles I | William IV
What did the Emancipation Proclamation of 1863 declare? | *Slaves in rebel states to be free | Women to be entitled to vote | Texas to be a separate state | The army to be disbanded
Which city was the capital of the Byzantine Empire? | Rome | *Constantinople | Ravenna | Antioch
What is the pH of pure water at 25 °C? | 0 | 5 | *7 | 14
Which element has the symbol K? | Krypton | *Potassium | Calcium | Phosphorus
What is the formula of sulfuric acid? | H2SO3 | *H2SO4 | HSO4 | H2S
Which type of bond holds the atoms in sodium chloride together? | Covalent | *Ionic | Metallic | Hydrogen
Which of the following is an alkali metal? | *Sodium | Magnesium | Aluminium | Iron
What happens to the rate of a reaction when the temperature rises? | *It increases | It decreases | It stays the same
Which gas is released when zinc reacts with hydrochloric acid? | Oxygen | Chlorine | *Hydrogen | Nitrogen
Which particle has a negative charge? | Proton | Neutron | *Electron
Which indicator is colourless in acid and pink in alkali? | *Phenolphthalein | Litmus | Methyl orange | Bromothymol blue
What is a non-metal? | An element that conducts heat well | *An element that gains electrons easily | An alloy of two metals | A mixture of ions
What is 7 × 8? | 54 | *56 | 63 | 64
What is the derivative of x²? | x | *2x | x² | 2
Solve 3x + 4 = 19. What is x? | 3 | 4 | *5 | 6
How many sides has a hexagon? | Five | *Six | Seven | Eight
What is the sum of the angles of a triangle? | 90° | *180° | 270° | 360°
Which number is prime? | 21 | 27 | *29 | 33
Which of the following is equal to 0.25? | 1/2 | 1/3 | *1/4 | 1/5
What is log₁₀ 1000? | 1 | 2 | *3 | 10
Which graph is a parabola? | *y = x² | y = x | y = 1/x | y = √x
Simplify (a + b)² − (a − b)². | 2ab | *4ab | 0 | 2a² + 2b²
What is the probability of rolling a six with a fair die? | 1/2 | 1/3 | *1/6 | 1/12
What should you do when an emergency vehicle approaches from behind? | *Pull over and let it pass | Speed up to stay ahead | Brake hard and stop at once | Keep your lane and your speed
What is the speed limit in built-up areas in Germany, unless signs say otherwise? | 30 km/h | *50 km/h | 60 km/h | 70 km/h
What does a flashing amber light at a junction mean? | *Take care and give way where needed | Stop and wait for a green light | Turn round and go back | Pass with your hazard lights on
What is the minimum legal tread depth of car tyres in the UK? | 1.0 mm | *1.6 mm | 2.4 mm | 3.0 mm
When may you use your horn? | *To warn others that you are there | To greet a friend | To hurry a learner | To complain of a parked car
What does a red triangle with an exclamation mark warn of? | *Other danger | A steep hill | A level crossing | A sharp bend
Who has priority on a roundabout in Britain? | *Traffic from the right | Traffic from the left | The larger vehicle | Whoever signals first
At night you are dazzled by oncoming headlights. What should you do? | *Slow down or stop | Look into the lights | Switch to full beam | Close one eye
Choose the correct form: She ___ to school every day. | go | *goes | going | gone
What is the past tense of “go”? | *went | goed | gone | going
Which sentence is in the passive voice? | *The cake was eaten by Tom. | Tom ate the whole cake. | Tom is eating the cake. | Tom has eaten the cake.
Which word is a synonym of “rapid”? | *quick | slow | late | heavy
What does the French word “chien” mean? | cat | *dog | horse | bird
If I ___ rich, I would travel round the world. | am | *were | be | being
Which of these words is an adverb? | *slowly | slow | slowness | slowed
She has lived here ____ 2010. | for | *since | from | during
I look forward to ____ you next week. | see | *seeing | saw | seen
Which word is spelled correctly? | *necessary | neccessary | necesary | neccesary
Which is the plural of “child”? | childs | *children | childrens | childes
He has never ___ sushi before. | eat | ate | *eaten | eating
Which part of the cell contains the DNA? | *The nucleus | The membrane | The ribosome | The vacuole
Which process releases energy from glucose in cells? | Photosynthesis | *Respiration | Transpiration | Diffusion
What is the unit of electrical resistance? | Volt | Ampere | *Ohm | Watt
Which is the longest river in South America? | *Amazon | Orinoco | Paraná | São Francisco
Which layer of the Earth is liquid? | The crust | The mantle | *The outer core | The inner core
How far is the Moon from the Earth on average? | 38,400 km | *384,000 km | 3,840,000 km | 38,400,000 km
A car accelerates from 0 to 20 m/s in 5 s. What is its acceleration? | 2 m/s² | *4 m/s² | 5 m/s² | 100 m/s²
Why does ice float on water? | *It is less dense than water | It is colder than water | It holds pockets of air | It repels the water below
Which of the following are mammals? Choose two. | *Bat | *Whale | Shark | Eagle
Which blood vessels carry blood away from the heart? | *Arteries | Veins | Capillaries | Venules
What is the boiling point of water at sea level in degrees Fahrenheit? | 100 | 180 | *212 | 373
Which of Newton’s laws says that force equals mass times acceleration? | The first | *The second | The third
Which instrument measures air pressure? | *A barometer | A thermometer | An anemometer | A hygrometer
What do red blood cells carry? | *Oxygen | Glucose | Insulin | Bile
Which ocean is the largest by area? | Atlantic | Indian | *Pacific | Arctic
Which country has the most time zones, overseas territories included? | *France | Russia | China | Brazil
When does the shop open? | 9–10 a.m. | *11 a.m.–1 p.m. | 2–3 p.m. | 4–6 p.m.
In which months does it rain most? | January to March | *April to June | July to September | October to December
How many real solutions has x² + 1 = 0? | *None | One | Two | Infinitely many
How many of the three moons have an atmosphere? | None of them | *One of them | Two of them | All of them
Which movement brings the arm away from the body? | *Abduction | Adduction | Rotation | Flexion
What happens to a gas that is compressed at a constant temperature? | *The pressure rises and the volume falls | The volume rises and the pressure falls | Both rise | Both fall
Which punctuation is correct? | *It’s cold today. | Its cold today. | Its’ cold today. | It is’ cold today.
Which form completes the sentence? He ___ his homework already. | *has done | have done | had do | did done
When did the Hundred Years War take place? | *1337–1453 | 1454–1500 | 1618–1648 | 1701–1714
When did Queen Victoria reign? | 1727–1760 | 1760–1820 | *1837–1901 | 1901–1910
On which days is the museum closed? | *Monday | Tuesday | Friday
At what time does the train leave? | 8:15 | *8:45 | 9:15 | 9:45
When is the office open? | Before 9:00 | *9:00 to 12:00 | After 17:00
When is the bar open? | *10 p.m.–2 a.m. | 3 a.m.–4 a.m. | 6 a.m.–9 p.m.
When is winter there? | December to February | *March to May | June to August | September to November
What is the right dose? | less than 5 mg | *5–10 mg | more than 10 mg
Which ratio do you expect? | 1:1 | *3:1 | 9:3:3:1 | 1:2:1
Which chapter tells of it? | Chapters 1-3 | *Chapters 4-6 | Chapters 7-9
What is the mass of the sample? | 5 g | 5.0 g | *5.00 g | 5.000 g
Which number has three significant figures? | 0.02 | *0.0200 | 0.2 | 2
Round 1234 to two significant figures. | 1000 | *1200 | 1230 | 1300
Which is the largest? | 10 | 100 | *10 000
Why might a plant wilt? | *It lacks water | It has too many leaves | It gets no wind | It grows in clay
Which verb may be followed by an infinitive? | *want | enjoy | finish | avoid
What is the German word for “always”? | *immer | nie | oft | selten
Which author wrote Never Let Me Go? | *Kazuo Ishiguro | Ian McEwan | Zadie Smith
Who was easily bored, according to legend, and reigned until 1901? | *Victoria | Anne | Mary
What is the main reason for the seasons? | *The tilt of the Earth’s axis | The distance from the Sun | The heat of the oceans | The spin of the Moon
What is the capital of the United States? | New York | *Washington, D.C. | Boston | Chicago
The chemical symbol for sodium is | *Na | So | Sd | N
The process by which plants make sugar is called | *photosynthesis | respiration | fermentation | digestion
The first president of the United States was: | *George Washington | John Adams | Thomas Jefferson | James Madison
Water boils at sea level at ____ degrees Celsius. | 0 | 50 | *100 | 212
Name the longest bone of the human body. | *Femur | Tibia | Humerus | Radius
Identify the verb in the sentence “The dog barked loudly”. | dog | *barked | loudly | the
Calculate the area of a circle with radius 3 cm. | 3π cm² | 6π cm² | *9π cm² | 12π cm²
You are driving at 100 km/h on a motorway. What is the safe distance to the car ahead? | 10 m | 25 m | *50 m | 200 m
What is the stopping distance made up of? | *Thinking and braking distance | Skidding and rolling distance | Tyre and road distance
Which of the following best explains why ice floats? | *It is less dense | It is colder | It is lighter in colour
What is the best-known play of Shakespeare set in Verona? | *Romeo and Juliet | Hamlet | Macbeth | Othello
What do you call a word that stands for one? | *A pronoun | A verb | An article
Who wrote the novel Emma? | *Jane Austen | Emily Brontë | George Eliot
What is a polygon with three sides called? | *A triangle | A square | A pentagon | A hexagon
A patient takes an overdose of paracetamol. Which antidote is given? | *N-acetylcysteine | Naloxone | Flumazenil | Atropine
An object at rest stays at rest unless | *a force acts on it | it is heavy | it has a charge | it cools down
Which of the two world wars was longer? | The first | *The second | They were equally long
Is the function f(x) = x³ even, odd or neither? | Even | *Odd | Neither
What did Caesar cross in 49 BC? | *The Rubicon | The Tiber | The Po | The Arno
Which planet is closest to the Sun? | *Mercury | Venus | Earth | Mars
Which newspaper is called a rival in the film? | *The Post | The Sun | The Mail
Who was the Secretary-General of NATO in 2010? | *Rasmussen | Rutte | Solana
What is the function of the president of a court? | *To lead its sessions | To make its laws | To arrest people
Someone who is elected to office is an | *official | amateur | agent
He has ___ umbrella. | a | *an | the
Ein Apfel is ___ in English. | *an apple | a pear | a plum
What does a stop sign require you to do? | *Halt at the line | Slow to walking pace | Sound the horn | Flash your lights
Which vehicle must give way at a T-junction without signs? | *The one on the ending road | The one on the main road | The larger one
What is the legal alcohol limit for novice drivers in Germany? | *0.0 | 0.2 | 0.5 | 0.8
How many electrons fit in the second shell? | 2 | *8 | 18 | 32
Which equation is balanced? | *2H₂ + O₂ → 2H₂O | H₂ + O₂ → H₂O | H₂ + O₂ → 2H₂O | 2H₂ + O₂ → H₂O
Which of these is an acid? | *HCl | NaOH | NaCl | KOH
What is the plural of “mouse”? | mouses | *mice | mices | mouse
What is the value of x if 2x = 10? | x = 2 | *x = 5 | x = 8 | x = 20
What is the gradient of y = 3x + 2? | 2 | *3 | 5 | 6
What is the simplest form of 12/18? | 6/9 | 4/6 | *2/3 | 1/2
Expand (x + 2)(x + 3). | *x² + 5x + 6 | x² + 6x + 5 | x² + 5x + 5 | x² + 6x + 6
Which of these sentences contains a metaphor? | *Time is a thief. | He runs like the wind. | The bell rang twice. | The tea is hot.
Who was king of England in 1066 before the battle of Hastings? | *Harold Godwinson | William of Normandy | Edward the Confessor | Alfred the Great
What caused the Irish famine of 1845? | *A potato blight | A civil war | A cattle plague | A flood
Which treaty created the European Economic Community? | *The Treaty of Rome | The Treaty of Paris | The Treaty of Nice | The Treaty of Lisbon
What did the suffragettes campaign for? | *Votes for women | Shorter working hours | Free schools | Irish home rule
Which country did Germany invade on 1 September 1939? | *Poland | France | Norway | Belgium
Which is the odd one out? | oak | ash | *rose | elm
How long does the Earth take to orbit the Sun? | A day | A month | *A year | A decade
Where does digestion of protein begin? | *In the stomach | In the mouth | In the colon | In the liver
What is produced by the Haber process? | *Ammonia | Sulfuric acid | Chlorine | Ethanol
Which element is needed for strong bones? | *Calcium | Iron | Iodine | Zinc
What type of rock is marble? | *Metamorphic | Igneous | Sedimentary
What is an example of a renewable source of energy? | *Wind | Coal | Oil | Gas
What did the state guarantee? | *A statement of income | A pension | A passport
Which general won the battle? | *One to generate support | One who fled at night | One who slept too long
What did the universe begin with? | *A university | A word | A war
What does a station need? | *A state licence | A clock | A dog
Why did the firm diversify? | *Diversification lowers risk | Diversified firms pay less tax | It had to by law
Which planet has no moon? | *Venus | Mars | Saturn
What happens to a plant without light? | *It wilts | It blooms | It grows
Which mountain was first climbed without oxygen? | *Everest | Cho Oyu | Makalu
Which treaty failed to prevent the war? | *Versailles | Nystad | Tilsit
A lack of which vitamin causes scurvy? | *Vitamin C | Vitamin D | Vitamin K
Which enzyme is missing in this disease? | *Lactase | Lipase | Pepsin
Apart from carbon, which element is in methane? | *Hydrogen | Oxygen | Nitrogen
Which country other than France borders Monaco? | *Italy | Spain | Malta
What do you think happens to ice in salt water? | *It melts sooner | It melts later | It sinks
Why is rain unlikely in the desert? | *Dry air | Cold soil | Thin clouds
Which graph is it in the diagram of a falling stone? | *A parabola | A line | A circle
The reporter interviewed | *an engineer | a pilot | a teacher | a nurse
The word “ubiquitous” means | *everywhere | nowhere | in towns
What do you do if it does not rain? | *Water the plants | Cut the grass | Stay at home
Which animal suffers most when it cannot bathe? | *The hippo | The camel | The goat
What do you call a person who does not eat meat? | *A vegetarian | A glutton | A gourmet
An animal that has never had a backbone is called | *an invertebrate | a mammal | a reptile
It does not have legs, but it runs. What is it? | *A river | A snake | A stone
Who was A. J. Ayer? | *A philosopher | A painter | A sailor
# absolute-term-only-in-distractors
What is true of bees? | They absolutely need sugar | *They dance | They sing without exception
What is true of democracies? | They never go to war | *They hold regular elections | Their leaders always keep promises | They have two houses
How do antibiotics act? | They kill all viruses | *They stop bacteria from growing | They cool the body | They thin the blood
What did the treaty demand? | Total surrender of every ship | *Payment of damages | A new king | A new capital
What is true of mammals? | They all live on land | *They feed milk to their young | They lay eggs | They breathe with gills
# all-of-the-above
Which of these were causes of the French Revolution? | Bread prices | Royal debts | Unfair taxes | *All of the above
Which of these foods contain protein? | Eggs | Beans | Fish | *All of them
Which of these are rocks? | Granite | Basalt | Marble | *All of the listed
Which of these are rocks? | Granite | Basalt | Marble | *All options are correct
Which of these are rocks? | Granite | Basalt | Marble | *All of the options above
Which of these are rocks? | Granite | Basalt | Marble | *Every answer is correct
Which of these are rocks? | Granite | Basalt | Marble | *All four
Which of these are rocks? | Granite | Basalt | Marble | *All
Which of these are rocks? | Granite | Basalt | Marble | *The above are all correct
Which of these are rocks? | Granite | Basalt | Marble | *All of the previous
Which of these are rocks? | Granite | Basalt | Marble | *All of the preceding answers
Which of these affect braking distance? | Speed | Tyres | Rain | *All of the above factors
# blank-early
The ____ is the organ that pumps blood through the body. | *heart | liver | lung | kidney
# convergence
How did the explorer travel? | *By ship along the western coast | By ship along the eastern coast | By camel along the western coast | By ship across the western desert
# double-negative, negative-stem
Which of these is NOT true of prokaryotes? | They do not have a nucleus | *They have mitochondria | They have ribosomes | They divide
# duplicate-options
What is the capital of Norway? | *Oslo | Bergen | oslo | Trondheim
What is the capital of Norway? | *Oslo | Bergen | Bergen. | Trondheim
How long is the wall? | 1,000 km | 1000 km | *2,000 km | 3,000 km
How long is the wall? | 1 000 km | 1000 km | *2000 km | 3000 km
# grammar-article-cue
A person who studies stars is called an | *astronomer | geologist | biologist | chemist
A shape with five sides is a | *pentagon | octagon | ellipse | icosagon
The unit of current is an ___. | *ampere | volt | joule | watt
The organ that pumps blood is called a | *heart | artery | aorta | ear
An example of a mammal that flies is a | *bat | owl | eagle | ostrich
# grammar-number-cue
The main gases in the air are | *nitrogen and oxygen | helium | methane | argon
# hedge-only-in-key
What does smoking do? | It cures asthma | *It can possibly cause cancer | It cleans the lungs | It builds muscle
# hedge-only-in-key, vague-frequency-term
How do metals behave when heated? | They shrink | *They usually expand | They turn into salts | They lose mass
# key-longest
What is a mole in chemistry? | A gas | An acid | *The amount of substance with as many particles as 12 g of carbon | A solvent
# near-duplicate-options
What did Luther publish in 1517? | *His theses against indulgences | His thesis against indulgences | A new Bible | A hymn book
What did the council do in March 2024? | *It approved the budget for schools in March 2024 | It approved the budget for the schools in March 2024 | It met in secret | It resigned
What does a barometer measure? | *Atmospheric pressure | Atmospheric pressures | Humidity | Wind speed
# needs-passage
Based on the graph, when did prices fall? | *May | June | July
In the figure, which organ makes bile? | *A | B | C
What does the figure show? | *A heart | A lung | A liver
See Figure 3. Which organ is it? | *A heart | A lung | A liver
Use the map to find the capital. | *Riga | Oslo | Bonn
What is the main idea of the passage? | *Hope | Fear | Envy | Love
Look at the graph. In which month was the rainfall highest? | *May | June | July | August
According to the text, why did Tom leave? | *He was ill | He was late | He was cold
# negative-not-emphasised, negative-stem
You must not overtake when approaching which place? | *A pedestrian crossing | A petrol station | A bus lane | A lay-by
Which country is not in the European Union? | France | *Norway | Spain | Poland
Each of these is a vertebrate except | frog | trout | *squid | snake
Which statement about photosynthesis is incorrect? | It needs light | It makes oxygen | *It needs nitrogen | It makes sugar
Which of these is least likely to dissolve in water? | Salt | Sugar | *Oil | Vinegar
You should never overtake in which situation? | *Before a bend | On a motorway | On a wide road | In daylight
Which of these isn’t a planet? | Mars | Venus | *Ceres | Saturn
Which gas doesn't burn? | Methane | *Nitrogen | Butane | Hydrogen
Which of these cannot be divided by 3? | 9 | 12 | *14 | 15
Which word does not belong? | apple | pear | *carrot | plum
Which of the following is untrue of bats? | They fly | They nurse young | *They are birds | They sleep upside down
What is wrong about this sum? | The sign | *The carry | The order | The units
Which statement about acids is false? | They have a pH below 7 | They turn litmus red | *They feel soapy | They react with bases
Which of these cells lacks a nucleus? | *A red blood cell | A nerve cell | A muscle cell
Which of the following fails to conduct electricity? | Copper | *Sulfur | Graphite
Which of the following lists excludes a noble gas? | *Tin and lead | Neon and tin | Lead and argon
Which of these does the constitution fail to mention? | Rents | *Dogs | Votes
Which of these animals is without a backbone? | Trout | *Squid | Frog
Which of these planets has no moon? | *Venus | Mars | Saturn
Which of the following is neither a metal nor a gas? | Copper | Neon | *Sulfur
Which outcome is unlikely after the reform? | *A strike | A vote | A loan
All of these are vertebrates except one. Which one? | Frog | *Squid | Trout
All but one of these are vertebrates. Which one is it? | Frog | *Squid | Trout
All of the following are vertebrates but | frog | trout | *squid
Find the wrong statement about acids. | They turn litmus red | *They feel soapy | They taste sour
A country that is not in the European Union is | France | *Norway | Spain | Poland
Which of these is a country that is not in the European Union? | France | *Norway | Spain | Poland
# negative-option
What is the effect of adding a catalyst at equilibrium? | *No change in yield | Higher yield | Lower yield | Slower reaction
# negative-stem
Which of the following is NOT a noble gas? | Helium | Neon | *Hydrogen | Argon
All of the following are primary sources EXCEPT: | A diary | A letter | *A textbook | A photograph
Which of these cells **lacks** a nucleus? | *A red blood cell | A nerve cell | A muscle cell
Which organ does *not* belong to the digestive system? | Liver | Stomach | *Lung | Colon
# none-of-the-above
Which of these is a prime number? | 4 | 6 | 9 | *None of the above
Which of these is a rock? | Gold | Iron | Salt | *None
Which of these is a rock? | Gold | Iron | Salt | *None of the listed
Which of these is a rock? | Gold | Iron | Salt | *None of the answers is correct
Which of these is a rock? | Gold | Iron | Salt | *None of the given options
Which of these is a rock? | Gold | Iron | Salt | *Neither of the above
Which of these is a rock? | Gold | Iron | Salt | *No answer is right
Which of these cars must stop? | The red car | The blue car | *None of these cars | The green car
# numeric-order
What is 12 squared? | 124 | *144 | 134 | 154
Which fraction is the greatest? | 1/2 | *3/4 | 2/3 | 5/8
When did the Second World War end in Europe? | *8 May 1945 | 6 June 1944 | 15 August 1945 | 11 November 1918
How many players has a football team? | 9 | *11 | 10 | 12
# numeric-range-overlap
Between which years did he rule? | 1500-1510 | 1505-1515 | *1516-1526 | 1527-1537
What percentage of the body is water? | 20-40 % | 40-60 % | *60-80 % | 80-100 %
How old was he? | 10 to 20 | 20 to 30 | *30 to 40 | 40 to 50
When is hurricane season? | From March to May | *From May to August | From September to November | From December to February
When does the shop open? | 9:00 to 11:00 | *10:00 to 12:00 | 13:00 to 15:00 | 16:00 to 18:00
When does the shop open? | 9–11 a.m. | *10–12 a.m. | 1–3 p.m. | 4–6 p.m.
What is a normal resting heart rate of adults? | Below 60 | *60 to 100 | 90 to 120 | Above 120
When is the office open? | Before 9:00 | *8:00 to 12:00 | After 12:30
When is winter there? | November to January | *January to March | April to June
When may you hunt? | 1 March to 15 May | *10 May to 30 June | 1 July to 31 August
What is the right dose? | up to 5 mg | *5–10 mg | more than 10 mg
# odd-one-out-key
Which war ended in 1648? | Crimean War | Boer War | Korean War | *Thirty Years Conflict
# opinion-based-stem
In your opinion, who deserved to win? | *Ana | Ben | Cleo
What do you think of the plan? | *It is sound | It is late | It is dear
Which is the most beautiful city of Italy? | *Venice | Rome | Naples
Who was the best composer of the Baroque? | *Bach | Handel | Vivaldi | Purcell
Should voting be compulsory? | *It raises turnout | It costs money | It is old
What is the worst crime in the novel? | *Murder | Theft | Fraud
# option-contains-option
What do plants need to make sugar? | *Light | Light and soil | Heat | Wind
What do you need for a fire to burn? | *Oxygen | Oxygen and water | Sand | Salt
# option-format-mix
How long is the pitch? | 90 m | 95 m | *110 yards | 105 m
What did Henry VIII do? | He built a canal. | He sold a crown. | *He founded a church | He fled to Rome.
# option-refers-to-position
Which substances conduct electricity? | Copper | Graphite | Rubber | *Both A and B
Which substances conduct electricity? | Copper | Graphite | Rubber | *A and B only
Which substances conduct electricity? | Copper | Graphite | Rubber | *Answers A and B
Which substances conduct electricity? | Copper | Graphite | Rubber | *Options 1 and 2
Which substances conduct electricity? | Copper | Graphite | Rubber | *1 and 2 only
Which substances conduct electricity? | Copper | Graphite | Rubber | *1 and 2 are correct
Which substances conduct electricity? | Copper | Graphite | Rubber | *1 and 2
Which substances conduct electricity? | Copper | Graphite | Rubber | *Both 1 and 2
Which substances conduct electricity? | Copper | Graphite | Rubber | *Two of the above
Which substances conduct electricity? | Copper | Graphite | Rubber | *A, B
Which substances conduct electricity? | Copper | Graphite | Rubber | *A & B
# stem-unfocused
Mitochondria | *make ATP | store starch | read genes | pump salt
Which of the following statements is true? | *Copper conducts | Glass conducts | Wood conducts | Wax conducts
Choose the right option. | *Copper conducts | Glass conducts | Wood conducts | Wax conducts
Tick the correct box. | *Copper conducts | Glass conducts | Wood conducts | Wax conducts
Question 5 | *Copper conducts | Glass conducts | Wood conducts | Wax conducts
The French Revolution | *began in 1789 | ended in 1776 | began in 1812 | ended in 1830
The Congress of Vienna met in 1815. | *It redrew borders | It banned trade | It chose a pope | It built a canal
In 1789 the Bastille was stormed. | *Paris | Lyon | Nice | Lille
# stem-word-only-in-key
What does the theory of plate tectonics explain? | *The movement of tectonic plates | The colour of the sky | The origin of species | The orbit of planets
What did the Industrial Revolution bring to Manchester? | *Industrial mills | Vineyards | Palaces | Harbours
Why did the firm diversify in 1999? | *Diversification lowers risks | It had to by law | It was bought
What did the states negotiate in Vienna? | *Terms their negotiators drew up | Loans to Greece and Spain | A new anthem for all
What do firms vote on? | *Voting rules | Wages | Rents
What does the tax change? | *Changes in rents | Wages | Votes
What does the price depend on? | *Prices elsewhere | Wages | The weather
What did the senate create? | *Bank creation | A park | A fleet
What did the workers ask for? | *A worker council | A park | A fleet
Who did the people elect? | *An election winner | A general | A bishop
How does a process begin? | *With other processes | With heat | With light
How do armies plan an attack? | *By planning supplies | With luck | With fury
# time-relative-wording
Which law took effect this January? | *The tax law | The rent law | The road law
What is the upcoming election about? | *Taxes | Rents | Roads
What happened this past week? | *A strike | A storm | A vote
Who sings in the band now? | *Ana | Ben | Cleo
Which country recently joined NATO? | *Sweden | Austria | Ireland | Malta
Which film won the most prizes this year? | *Dune | Emma | Rocky | Up
Which law was changed last month? | *The tax law | The rent law | The school law | The road law
What is the most common eye colour today? | *Brown | Blue | Green
# too-few-options
Which is larger? | *The Sun | The Moon
# too-few-options, true-false-options
Is Paris the capital of France? | *Yes | No
# too-many-options
Which is a Greek letter? | *Omega | Aleph | Beth | Gimel | Daleth | He
Which is a vowel? | *a | b | c | d | f | g
# true-false-options
Is the Sun a star? | *Yes | No | Only at night
# undated-claim
Who is the current Prime Minister of the United Kingdom? | *Starmer | Sunak | Truss | Johnson
Who is the Secretary-General of NATO? | *Rutte | Solana | Rasmussen
# vague-frequency-term
When does it rain there? | Normally at night | In May | *In June
How often do total solar eclipses occur on Earth? | Often | Seldom | *About every 18 months | Once a century
# window-dressing
What is osmosis? | *The movement of water | The movement of salt | The movement of heat
Which of the following statements about cells is true? | *All cells have a membrane | All cells have a nucleus | All cells have a wall
Why do leaves change colour? | *Because the leaves lose chlorophyll | Because the leaves get cold | Because the leaves need water`,
  de: `
# sound
In diesem Satz den Kern der Aussage markieren. | *schläft | kleine | morgens | Hund
Wie heißt ein Tier, das keine Wirbelsäule hat? | *Wirbelloses | Säugetier | Amphib | Reptil
Was passiert, wenn man Wasser nicht weiter erhitzt? | *Es kühlt ab | Es siedet | Es gefriert
Welcher Stoff ist ein Nichtmetall? | *Schwefel | Eisen | Kupfer
Wer war nicht nur Dichter, sondern auch Minister? | *Goethe | Heine | Kleist
Wie viele der drei Aussagen sind wahr? | Keine | *Eine | Zwei | Alle
Ergänze: Er hat das Buch ___ nicht gelesen. | *noch | schon | bald
Welche Aussage über Metalle ist richtig? | *Sie leiten Strom | Sie sind weich | Sie sind leicht
Wie hoch ist der Blutalkoholwert, ab dem Fahranfänger bestraft werden? | *0,0 Promille | 0,3 Promille | 0,5 Promille | 1,1 Promille
Wann gilt das Parkverbot? | *22:00 bis 06:00 Uhr | 06:30 bis 12:00 Uhr | 13:00 bis 21:00 Uhr
Welches Pronomen passt? ___ ist mein Bruder. | *Er | Sie | Es
Wer moderierte die Sendung Last Week Tonight zuerst? | *John Oliver | Jon Stewart | Trevor Noah
Wer war der erste Kanzler der Bundesrepublik Deutschland? | *Konrad Adenauer | Ludwig Erhard | Willy Brandt | Theodor Heuss
In welchem Jahr begann der Erste Weltkrieg? | 1912 | *1914 | 1916 | 1918
Welche Säure ist im Magen enthalten? | *Salzsäure | Schwefelsäure | Essigsäure | Zitronensäure
Wie lautet die chemische Formel von Wasser? | *H₂O | HO₂ | H₂O₂ | OH
Wie viel Prozent der Luft sind Stickstoff? | 21 % | 50 % | *78 % | 90 %
Was müssen Sie tun, wenn ein Linienbus mit Warnblinklicht hält? | *Mit Schrittgeschwindigkeit vorbeifahren | Mit 50 km/h vorbeifahren | Vor dem Bus anhalten | Den Bus anhupen
Wie schnell dürfen Sie außerorts höchstens fahren? | 80 km/h | *100 km/h | 120 km/h | 130 km/h
Welcher Artikel passt: ___ Mädchen spielt im Garten. | Der | Die | *Das
Setze die richtige Form ein: Ich ___ gestern ins Kino gegangen. | habe | *bin | war | hatte
Wie heißt der Plural von „Haus“? | Hause | *Häuser | Hauses | Häusern
Was ist die Ableitung von sin x? | *cos x | −cos x | tan x | −sin x
Welche Zahl ist durch 9 teilbar? | 1.234 | *2.349 | 3.458 | 4.567
Wie weit ist der Mond ungefähr von der Erde entfernt? | 38.400 km | *384.000 km | 3.840.000 km
Wie lang ist der Weg? | 1,5 km | 15 km | *150 km | 1.500 km
Wann blühen Schneeglöckchen? | *Januar bis März | April bis Juni | Juli bis September | Oktober bis Dezember
Welches Wort ist richtig geschrieben? | *Rhythmus | Rhytmus | Rythmus | Rythmuss
Welcher Satz ist richtig geschrieben? | *Ich komme am Montag. | ich komme am Montag. | Ich komme am montag. | Ich Komme am Montag.
Die Hauptstadt von Österreich heißt ____. | *Wien | Graz | Linz | Salzburg
Warum darf man bei Nebel nicht schneller als 50 km/h fahren? | *Man sieht zu wenig | Die Straße ist glatt | Der Motor wird kalt | Das Licht blendet
Wer darf zuerst fahren, wenn an einer Kreuzung kein Schild steht? | *Wer von rechts kommt | Wer von links kommt | Wer schneller ist | Wer abbiegt
Wie hieß das heutige Istanbul im Mittelalter? | *Konstantinopel | Troja | Ephesos
Was geschah im letzten Jahr des Krieges? | *Eine Hungersnot | Eine Wahl | Ein Fest
Ergänze: Ich gehe heute ___ Kino. | *ins | im | zum
Wer schrieb „Gestern war heute“? | *Ingeborg Drewitz | Christa Wolf | Anna Seghers
Welches Land hat die meisten Einwohner in Afrika? | *Nigeria | Ägypten | Kenia
Wie nennt man Stoffe, die Strom nicht leiten? | *Isolatoren | Leiter | Metalle
Was versteht man unter Demokratie? | *Die Herrschaft des Volkes | Die Herrschaft eines Königs | Die Herrschaft des Heeres
# all-of-the-above
Welche Tiere sind Säugetiere? | Hund | Wal | Fledermaus | *Alle genannten Tiere
Welche Tiere sind Säugetiere? | Hund | Wal | Fledermaus | *Alle der oben genannten
Welche Tiere sind Säugetiere? | Hund | Wal | Fledermaus | *Alle Antworten sind richtig
Welche Tiere sind Säugetiere? | Hund | Wal | Fledermaus | *Alle Aussagen treffen zu
Welche Tiere sind Säugetiere? | Hund | Wal | Fledermaus | *Alle drei Antworten
# blank-early
____ entdeckte 1895 in Würzburg durch Zufall die Röntgenstrahlen. | *Röntgen | Koch | Planck | Hertz
# duplicate-options
Wie lang ist der Fluss? | 1.000 km | 1000 km | *2.000 km | 3.000 km
Wie lang ist der Fluss? | 1 000 km | 1000 km | *2000 km | 3000 km
Wo liegt Köln? | *Am Rhein | am Rhein | An der Elbe | An der Oder
# key-longest
Was ist Fotosynthese? | Atmung | *Der Aufbau von Traubenzucker aus Wasser und Kohlendioxid mit Licht | Gärung | Verdauung
# near-duplicate-options
Was beschloss der Rat? | *Er senkte die Steuern auf Autos | Er senkte die Steuer auf Autos | Er trat zurück | Er vertagte sich
# negative-not-emphasised, negative-stem
Wo dürfen Sie nicht parken? | *Auf dem Gehweg | Auf Parkplätzen | In Parkhäusern
Welches dieser Tiere ist kein Säugetier? | Wal | Hund | *Hai | Maus
# negative-stem
Alle folgenden Städte liegen am Rhein AUSSER | Köln | Bonn | *Kassel
Welche Stadt liegt NICHT am Rhein? | Köln | Bonn | *Kassel | Mainz
# none-of-the-above
Welches Tier ist ein Säugetier? | Hai | Forelle | Frosch | *Keines der genannten
Welches Tier ist ein Säugetier? | Hai | Forelle | Frosch | *Keine der Antworten ist richtig
Welches Tier ist ein Säugetier? | Hai | Forelle | Frosch | *Keine Antwort ist richtig
Welches Tier ist ein Säugetier? | Hai | Forelle | Frosch | *Keines von diesen
# numeric-order
Wie viele Beine hat eine Spinne? | 6 | 10 | *8 | 12
# numeric-range-overlap
Wann ist die Schonzeit? | März bis Mai | *April bis Juli | August bis Oktober
Wann ist die Schonzeit? | Von März bis Mai | *Von Mai bis Juli | Von August bis Oktober
Wann ist geöffnet? | 9:00 bis 11:00 Uhr | *10:30 bis 12:00 Uhr | 13:00 bis 15:00 Uhr
Wann ist geöffnet? | 9 bis 11 Uhr | *10 bis 12 Uhr | 13 bis 15 Uhr
Wann ist geöffnet? | 9–11 Uhr | *11–13 Uhr | 13–15 Uhr
# odd-one-out-key
Welches Meer ist gemeint? | Rotes Meer | Schwarzes Meer | Totes Meer | *Atlantik
# option-contains-option
Was braucht eine Pflanze? | *Licht | Licht und Sand | Wind | Salz
# option-format-mix
Wie schwer ist er? | 5 kg | 7 kg | *12 Pfund | 9 kg
# option-refers-to-position
Welches Tier ist ein Säugetier? | Hund | Wal | Frosch | *A und B
Welches Tier ist ein Säugetier? | Hund | Wal | Frosch | *Antwort A und B sind richtig
Welches Tier ist ein Säugetier? | Hund | Wal | Frosch | *1 und 2
# stem-unfocused
Wähle die richtige Antwort. | *Eisen rostet | Gold rostet | Blei schwimmt
Welche Aussage ist richtig? | *Eisen rostet | Gold rostet | Blei schwimmt | Zinn brennt
Fotosynthese | *bildet Zucker | verbraucht Fett | baut Salz ab | lagert Öl ein
# time-relative-wording
Welche Partei regiert derzeit in Bayern? | *CSU | SPD | Grüne
# too-few-options
Wer schrieb den Faust? | *Goethe | Schiller
# too-few-options, true-false-options
Der Mond ist ein Planet. | Richtig | *Falsch
# window-dressing
Was geschah 1989? | *Es kam zu einer Öffnung | Es kam zu einer Wahl | Es kam zu einer Flut`,
  fr: `
# sound
Comment appelle-t-on un animal qui n’a pas de colonne vertébrale ? | *Un invertébré | Un mammifère | Un reptile
Pourquoi la Lune ne tombe-t-elle pas sur la Terre ? | *Elle tourne | Elle flotte | Elle brille
Quelle affirmation sur les métaux est vraie ? | *Ils conduisent | Ils brûlent | Ils flottent
Combien de ces villes sont en France ? | Aucune | *Une | Toutes
Qui a écrit « Les Misérables » ? | *Victor Hugo | Émile Zola | Gustave Flaubert | Honoré de Balzac
En quelle année a eu lieu la prise de la Bastille ? | 1776 | *1789 | 1799 | 1815
Quelle est la capitale de l’Australie ? | Sydney | *Canberra | Melbourne | Perth
Quel gaz les plantes absorbent-elles pour la photosynthèse ? | *Le dioxyde de carbone | L’oxygène | L’azote | L’hélium
Complétez : Je ___ au marché hier. | *suis allé | ai allé | vais | irai
Combien font 9 × 7 ? | 56 | *63 | 64 | 72
Quelle est la vitesse maximale en agglomération ? | 30 km/h | *50 km/h | 70 km/h | 90 km/h
Quelle orthographe est correcte ? | *Accueil | Acceuil | Acueil | Aceuil
Combien de kilomètres mesure la Loire ? | 100 km | *1 000 km | 2 000 km | 3 000 km
Quand pleut-il le plus ? | De janvier à mars | *D’avril à juin | De juillet à septembre | D’octobre à décembre
Quel roi a régné la dernière année du siècle ? | *Louis XIV | Henri IV | François Ier
Que signifie le mot anglais “today” ? | *aujourd’hui | demain | jamais
Quels verbes se conjuguent avec être ? | *aller | manger | parler
Où se trouve la tour de Pise ? | *En Italie | En France | En Espagne
# all-of-the-above
Quels animaux sont des mammifères ? | Le chien | La baleine | La souris | *Toutes les réponses sont correctes
Quels animaux sont des mammifères ? | Le chien | La baleine | La souris | *Tous les animaux cités
Quels animaux sont des mammifères ? | Le chien | La baleine | La souris | *Toutes ces réponses
Quels animaux sont des mammifères ? | Le chien | La baleine | La souris | *Les trois
# duplicate-options
Combien de kilomètres ? | 1 000 km | 1000 km | *2 000 km | 3 000 km
Où est Lyon ? | *En France | en France | En Suisse | En Italie
# key-longest
Qu’est-ce que la photosynthèse ? | Une danse | *La production de sucre par les plantes à partir de la lumière | Un vent | Une roche
# negative-not-emphasised, negative-stem
Où ne faut-il jamais stationner ? | *Sur un trottoir | Dans un garage | Sur un parking
Tous ces animaux sont des mammifères sauf | le chien | *le requin | la souris
Lequel de ces animaux n’est pas un mammifère ? | La baleine | Le chien | *Le requin | La souris
# negative-stem
Laquelle de ces villes N’EST PAS en France ? | Lyon | Lille | *Liège | Nice
# none-of-the-above
Quel animal est un mammifère ? | Le requin | La truite | La grenouille | *Aucune de ces réponses
Quel animal est un mammifère ? | Le requin | La truite | La grenouille | *Aucun des trois
Quel animal est un mammifère ? | Le requin | La truite | La grenouille | *Aucune réponse n’est correcte
# numeric-range-overlap
Quand pleut-il ? | De mars à mai | *D’avril à juin | De juillet à août | De septembre à novembre
Quand est-ce ouvert ? | de 9 h à 11 h | *de 10 h à 12 h | de 14 h à 16 h
Quand est-ce ouvert ? | 9h00 - 11h30 | *11h00 - 12h30 | 14h00 - 16h00
# option-refers-to-position
Quel animal est un mammifère ? | Le chien | La baleine | La grenouille | *A et B
Quel animal est un mammifère ? | Le chien | La baleine | La grenouille | *Les deux premières réponses
# stem-unfocused
Quelle proposition est vraie ? | *Le fer rouille | L’or rouille | Le plomb flotte
Quelle affirmation est vraie ? | *Le fer rouille | L’or rouille | Le plomb flotte | L’étain brûle
# true-false-options
La Lune est-elle une étoile ? | Oui | *Non | Parfois`,
  es: `
# sound
¿Cómo se llama un animal que no tiene huesos? | *Invertebrado | Mamífero | Reptil
¿Por qué no se debe mezclar lejía con ácido? | *Desprende cloro | Se congela | Pesa más
¿Cuántos de estos países son europeos? | Ninguno | *Uno | Dos | Todos
¿Quién escribió «Don Quijote de la Mancha»? | *Miguel de Cervantes | Lope de Vega | Francisco de Quevedo | Calderón de la Barca
¿En qué año llegó Colón a América? | 1482 | *1492 | 1502 | 1512
¿Cuál es el símbolo químico del oro? | *Au | Ag | Or | Fe
Completa: Ella ___ en Madrid desde 2010. | *vive | viven | vivo | vivimos
¿Qué palabra está bien escrita? | *Había | Habia | Abía | Avía
¿Cuánto es 12 por 12? | 124 | *144 | 148 | 154
¿Qué debe hacer ante un semáforo en rojo? | *Detenerse | Acelerar | Tocar el claxon | Girar
¿Qué ciudad fue capital del imperio? | *Cuzco | Lima | Quito
¿Cuál de estos verbos es irregular? | *ir | cantar | hablar
# all-of-the-above
¿Qué animales son mamíferos? | El perro | La ballena | El ratón | *Todas las anteriores
¿Qué animales son mamíferos? | El perro | La ballena | El ratón | *Todas las respuestas son correctas
¿Qué animales son mamíferos? | El perro | La ballena | El ratón | *Todos ellos
¿Qué animales son mamíferos? | El perro | La ballena | El ratón | *Todos los mencionados
# duplicate-options
¿Cuántos kilómetros mide? | 1.000 km | 1000 km | *2.000 km | 3.000 km
# key-longest
¿Qué es la fotosíntesis? | Un baile | *La producción de azúcar en las plantas a partir de la luz | Un viento | Una roca
# negative-not-emphasised, negative-stem
¿Dónde no se puede aparcar? | *En la acera | En un garaje | En un aparcamiento
¿Cuál de estos animales no es un mamífero? | La ballena | El perro | *El tiburón | El ratón
# none-of-the-above
¿Qué animal es un mamífero? | El tiburón | La trucha | La rana | *Ninguna de las anteriores
¿Qué animal es un mamífero? | El tiburón | La trucha | La rana | *Ninguno
# numeric-range-overlap
¿Cuándo llueve? | De marzo a mayo | *De mayo a julio | De agosto a octubre
¿Cuándo abre? | de 9:00 a 11:00 | *de 10:00 a 12:00 | de 14:00 a 16:00
¿Cuándo abre? | De las 9 a las 11 | *De las 10 a las 12 | De las 14 a las 16
# option-refers-to-position
¿Qué animal es un mamífero? | El perro | La ballena | La rana | *A y B son correctas
# stem-unfocused
Elija la respuesta correcta. | *El hierro se oxida | El oro se oxida | El plomo flota
¿Cuál de las siguientes es correcta? | *El hierro se oxida | El oro se oxida | El plomo flota | El estaño arde
# true-false-options
¿Es la Luna una estrella? | Verdadero | *Falso | Depende`,
  uk: `
# sound
Як називається тварина, що не має хребта? | *Безхребетна | Ссавець | Плазун
Чому Місяць не падає на Землю? | *Він обертається | Він легкий | Він світить
Яка прискорена формула швидкості? | *v = at | v = mt | v = pt
Скільки з цих тварин є ссавцями? | Жодна | *Одна | Дві | Усі
Хто написав «Кобзар»? | *Тарас Шевченко | Іван Франко | Леся Українка | Панас Мирний
У якому році Україна проголосила незалежність? | 1989 | 1990 | *1991 | 1992
Яка формула води? | *H₂O | CO₂ | O₂ | H₂
Яка річка найдовша в Україні? | *Дніпро | Дністер | Буг | Десна
Яка дозволена швидкість у населеному пункті? | 40 км/год | *50 км/год | 60 км/год | 90 км/год
Яке слово написано правильно? | *Пів’яблука | Півяблука | Пів-яблука | Пів яблука
Яке місто було столицею Русі? | *Київ | Чернігів | Галич
# all-of-the-above
Які тварини є ссавцями? | Собака | Кит | Миша | *Усі перелічені
Які тварини є ссавцями? | Собака | Кит | Миша | *Усі варіанти правильні
Які тварини є ссавцями? | Собака | Кит | Миша | *Всі відповіді правильні
# duplicate-options
Скільки кілометрів? | 1 000 км | 1000 км | *2 000 км | 3 000 км
Де Львів? | *В Україні | в Україні | У Польщі | У Румунії
# key-longest
Що таке фотосинтез? | Танець | *Утворення цукру в рослинах із води та вуглекислого газу | Вітер | Камінь
# negative-not-emphasised, negative-stem
Де не можна зупинятися? | *На мосту | На стоянці | У гаражі
Усі ці міста в Україні, крім | Львова | *Кракова | Одеси
Яка з цих тварин не є ссавцем? | Кит | Собака | *Акула | Миша
# none-of-the-above
Яка тварина є ссавцем? | Акула | Форель | Жаба | *Жодна з перелічених
Яка тварина є ссавцем? | Акула | Форель | Жаба | *Немає правильної відповіді
# numeric-range-overlap
Коли йдуть дощі? | З березня до травня | *З травня до липня | З серпня до жовтня
Коли відчинено? | з 9:00 до 11:00 | *з 10:00 до 12:00 | з 14:00 до 16:00
# option-refers-to-position
Яка тварина є ссавцем? | Собака | Кит | Жаба | *А і Б
# stem-unfocused
Оберіть правильну відповідь. | *Залізо іржавіє | Золото іржавіє | Свинець плаває
Яке твердження правильне? | *Залізо іржавіє | Золото іржавіє | Свинець плаває
# time-relative-wording
Яка команда перемогла минулого року? | *Динамо | Шахтар | Зоря
# true-false-options
Чи є Місяць зорею? | Так | *Ні | Іноді`,
}

const rows = Object.entries(written).flatMap(([language, text]) =>
  text.split('# ').flatMap(group => {
    const [codes = '', ...questions] = group.trim().split('\n')
    return questions.map(question => ({ language, codes: codes === 'sound' ? '' : codes, question }))
  }),
)

it.each(rows)('$language $codes: $question', ({ language, codes, question }) => {
  const [stem = '', ...choices] = question.split(' | ')
  const bank = { id: 'bank', title: 'Bank', language, questions: [pick(stem, ...choices)] }
  // That figures may be shuffled is told of nearly each question of sums.
  const told = lintBank(bank, { feedback: false, rules: { 'numeric-shuffle': 'off' } })
  expect(
    told
      .map(({ code }) => code)
      .sort()
      .join(', '),
  ).toBe(codes)
})
